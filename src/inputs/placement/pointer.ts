/** Where in a drawing a finger or mouse is, in the units of the drawing. */
export function pointIn(svg: SVGSVGElement, event: PointerEvent): { readonly x: number; readonly y: number } {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x: 0, y: 0 };
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return { x, y };
}
