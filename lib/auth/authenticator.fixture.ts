// An authenticator in a few lines, apart from the library the application uses (WebAuthn level 3, 6.1, 6.5 and 8.7): one P-256
// key, attestation "none", and whatever counter, origin or flag a test wants to see refused.
import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";

interface Say {
  challenge: string;
  origin?: string;
  rpId?: string;
  counter?: number;
  /** Whether its owner showed themself to it. */
  verified?: boolean;
  type?: string;
}

const site = "http://localhost:3000";
const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const base64 = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** CBOR (RFC 8949), as far as a key and an attestation need it: whole numbers, bytes, text and maps. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  const head = (major: number, count: number) => (count < 24 ? Buffer.from([(major << 5) | count]) : count < 256 ? Buffer.from([(major << 5) | 24, count]) : Buffer.from([(major << 5) | 25, count >> 8, count & 255]));
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, inner]) => [cbor(key), cbor(inner as never)])]);
}

export function authenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  const client = ({ challenge, origin = site }: Say, type: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const about = ({ rpId = "localhost", verified = true, counter = 0 }: Say, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([1 | (verified ? 4 : 0) | flags]), count]);
  };
  const credential = { id: base64(id), rawId: base64(id), type: "public-key" as const, clientExtensionResults: {} };
  return {
    /** What it answers when a new passkey is asked for. */
    make(say: Say) {
      const authData = Buffer.concat([about(say, 0x40), Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(publicKey)]);
      const attestationObject = cbor(new Map<string, unknown>([["fmt", "none"], ["attStmt", new Map()], ["authData", authData]]));
      return { ...credential, response: { clientDataJSON: base64(client(say, say.type ?? "webauthn.create")), attestationObject: base64(attestationObject), transports: ["internal"] } };
    },
    /** What it signs. */
    show(say: Say) {
      const [clientDataJSON, authenticatorData] = [client(say, say.type ?? "webauthn.get"), about(say, 0)];
      const signature = createSign("sha256").update(Buffer.concat([authenticatorData, sha256(clientDataJSON)])).sign(privateKey);
      return { ...credential, response: { clientDataJSON: base64(clientDataJSON), authenticatorData: base64(authenticatorData), signature: base64(signature) } };
    },
  };
}

/** RFC 9053: an elliptic curve key (kty 2), ES256 (alg -7), P-256 (crv 1). */
function coseOf(key: KeyObject): Buffer {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  return cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, "base64url")], [-3, Buffer.from(y, "base64url")]]));
}
