/** As rows name it; DISK is DATA_DIR, S3 any bucket of that protocol. */
export type StorageName = 'DISK' | 'S3';
