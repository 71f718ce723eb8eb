/** For paper and for a room that looks at the screen. */
import { useMemo } from 'react';
import { renderSVG } from 'uqr';
import { Drawing } from '../../ui/Drawing.tsx';

export function QrCode({ address, alt }: { readonly address: string; readonly alt: string }) {
  const svg = useMemo(() => renderSVG(address, { ecc: 'M', border: 2 }), [address]);
  return (
    <div className="brief-qr">
      <Drawing svg={svg} alt={alt} />
    </div>
  );
}
