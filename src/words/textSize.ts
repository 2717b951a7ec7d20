/** How large somebody wants to read: a choice of the device, kept in a cookie so that it works without script. */
export const TEXT_SIZES = ['usual', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export const TEXT_SIZE_COOKIE = 'letters';

export function chooseTextSize(cookieHeader = ''): TextSize {
  const value = new RegExp(`(?:^|;\\s*)${TEXT_SIZE_COOKIE}=([a-z]+)(?:;|$)`).exec(cookieHeader)?.[1];
  return isTextSize(value) ? value : TEXT_SIZES[0];
}

export function isTextSize(value: unknown): value is TextSize {
  return TEXT_SIZES.some((size) => size === value);
}
