import { html, svg } from 'lit';
import { t } from '../../texts/index.js';
import { qr } from './qr.js';

const QUIET = 4;

/** The QR code as one path, dark on white in both themes: many scanners read nothing else. */
export function qrCode(text: string) {
  const rows = qr(text);
  const size = rows.length + 2 * QUIET;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : ''))).join('');
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${t('qrAlt')} shape-rendering="crispEdges">${svg`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d=${path}/>`}</svg>`;
}
