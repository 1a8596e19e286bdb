/** A room seen from above a corner: two walls, a floor and a thing on it. */
export function Logo({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <path d="M16 3 3.5 9.5v13L16 16.5z" fill="var(--accent-ink)" opacity="0.95" />
      <path d="m16 3 12.5 6.5v13L16 16.5z" fill="var(--accent)" />
      <path d="M16 16.5 3.5 22.5 16 29l12.5-6.5z" fill="var(--line-strong)" />
      <path d="m16 18.6-4.6 2.3L16 23.3l4.6-2.4z" fill="var(--text)" />
    </svg>
  );
}
