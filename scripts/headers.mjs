// What every answer of the server says to the browser about itself: errors, redirects and files included. The door
// (scripts/serve.mjs) puts these on before Next sees the request, so no page, route or failure can go without.

const nothing = "default-src 'none'; frame-ancestors 'none'";

const refusedFeatures = [
  "accelerometer", "autoplay", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer",
  "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
].map((feature) => `${feature}=()`);
const ownFeatures = ["clipboard-write", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock"].map((feature) => `${feature}=(self)`);

/** @type {Record<string, string>} */
const always = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": [...refusedFeatures, ...ownFeatures].join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};

const twoYears = "max-age=63072000; includeSubDomains";

/**
 * A page runs the scripts that carry the nonce of its own answer, and what those load; it styles itself from our own
 * files, never from within the page.
 * @param {string} nonce
 * @param {{ secure: boolean, dev: boolean }} served
 */
export function pagePolicy(nonce, { secure, dev }) {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ""}`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/**
 * The headers of the answer to one request. Only what is named by its own contents may be kept by a browser.
 * @param {string} path with or without a query
 * @param {string} nonce
 * @param {{ secure: boolean, dev: boolean }} served
 * @returns {Record<string, string>}
 */
export function headersFor(path, nonce, served) {
  const file = path.startsWith("/_next/static/");
  return {
    ...always,
    "Content-Security-Policy": file ? nothing : pagePolicy(nonce, served),
    ...(file ? {} : { "Cache-Control": "no-store" }),
    ...(served.secure ? { "Strict-Transport-Security": twoYears } : {}),
  };
}

/**
 * The answer to what is not HTTP, which never gets as far as a request.
 * @param {number} status
 * @param {string} words
 * @param {{ secure: boolean, dev: boolean }} served
 */
export function refusal(status, words, served) {
  const headers = { ...headersFor("/_next/static/", "", served), "Cache-Control": "no-store", Connection: "close", "Content-Length": "0" };
  return `HTTP/1.1 ${status} ${words}\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`;
}
