/** How loud a button is: one primary a screen, quiet beside it, text for what is seldom needed. */
export type ButtonLook = 'primary' | 'quiet' | 'text';

export interface ButtonShape {
  look: ButtonLook;
  wide: boolean;
  small: boolean;
}

const LOOKS: { readonly [look in ButtonLook]: string } = {
  primary: 'utrecht-button--primary-action',
  quiet: 'utrecht-button--secondary-action',
  text: 'utrecht-button--subtle',
};

export function buttonClasses({ look, wide, small }: ButtonShape): string[] {
  const classes = ['utrecht-button', LOOKS[look], 'button'];
  if (wide) classes.push('button--wide');
  if (small) classes.push('button--small');
  return classes;
}
