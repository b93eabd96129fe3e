/** Whose half-filled forms this device may keep, and the key they lie under (lib/auth/device-key.ts). */
export interface Keeper {
  userId: string;
  key: string;
}
