/** @type {import("next").NextConfig} */
const config = { poweredByHeader: false, images: { unoptimized: true }, serverExternalPackages: ["pg"] };

export default config;
