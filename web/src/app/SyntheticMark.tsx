export function SyntheticMark() {
  return <p className="synthetic-mark">Synthetic demo data</p>;
}
