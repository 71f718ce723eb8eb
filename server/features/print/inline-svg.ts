/** Pictures inside a drawing as part of it: resvg gives a picture none of the fonts, so that its words would be missing. */

const PICTURE = /<image\b[^>]*?href="data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)"[^>]*>/g;

export function drawnInline(svg: string): string {
  return svg.replace(PICTURE, (tag, base64: string) => {
    const drawing = Buffer.from(base64, 'base64').toString();
    const place = ['x', 'y', 'width', 'height'].flatMap((name) => attribute(tag, name) ?? []);
    return drawing.replace(/<svg\b[^>]*>/, (root) => {
      const [box] = root.match(/viewBox="[^"]*"/) ?? [];
      return `<svg xmlns="http://www.w3.org/2000/svg" ${box ?? ''} preserveAspectRatio="none" ${place.join(' ')}>`;
    });
  });
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="[^"]*"`).exec(tag)?.[0].trim();
}
