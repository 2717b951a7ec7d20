import type { Visitor } from '#app/house.ts';
import { devicePart } from '#doors/session.ts';
import type { RequestEvent } from '@sveltejs/kit';

type DeviceEvent = Pick<RequestEvent, 'locals' | 'cookies'>;

/** Who asks; somebody new becomes known by a cookie that says nothing about them. */
export async function knownVisitor({ locals, cookies }: DeviceEvent): Promise<Visitor> {
  if (locals.visitor) return locals.visitor;
  const { secret, visitor } = await locals.house.app.newDevice();
  const { name, options } = devicePart(locals.house.secure);
  cookies.set(name, secret, options);
  return visitor;
}

export function forgetDevice({ locals, cookies }: DeviceEvent): void {
  const { name, options } = devicePart(locals.house.secure);
  cookies.delete(name, options);
}
