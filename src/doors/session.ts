/**
 * The one cookie by which a device is known. It says nothing by itself: which seats a device reaches
 * stands in the database and can be taken away there.
 */
export function deviceCookie(secret: string, secure: boolean): string {
  return `${cookieName(secure)}=${secret}; Path=/; Max-Age=${HALF_A_YEAR}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** Nothing of it stays behind on the device. */
export function forgottenCookie(secure: boolean): string {
  return `${cookieName(secure)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function deviceSecret(cookies: string | undefined, secure: boolean): string | undefined {
  const wanted = `${cookieName(secure)}=`;
  const found = cookies?.split(';').find((each) => each.trimStart().startsWith(wanted));
  return found?.trim().slice(wanted.length);
}

/** The same cookie in parts, for pages. */
export function devicePart(secure: boolean) {
  return { name: cookieName(secure), options: { path: '/', maxAge: HALF_A_YEAR, httpOnly: true, sameSite: 'lax', secure } } as const;
}

/** Browsers drop `__Host-` cookies on plain http, as in a hall without https. */
function cookieName(secure: boolean): string {
  return secure ? '__Host-apparaat' : 'apparaat';
}

const HALF_A_YEAR = 183 * 24 * 60 * 60;
