/**
 * Zip files in pieces. Parts are packed while they are still being written, several at a time and outside this thread;
 * libraries pack them one after another, or in this thread. The parts of a finished file can be read.
 */
import { once } from 'node:events';
import { crc32, createDeflateRaw, inflateRawSync } from 'node:zlib';

/** A part of a zip file as it lies in it. */
type PackedPart = { name: string; crc: number; size: number; packed: Buffer[] };

/** A part that is being written: only what is packed is held. `write` waits where packing does not keep up. */
export type OpenPart = { write(text: string): Promise<void>; end(): Promise<PackedPart> };

/** Files are a fifth larger than at level 6, and packed in a third of the time. */
const level = 1;

export function openPart(name: string): OpenPart {
  const packer = createDeflateRaw({ level, chunkSize: 64 * 1024 });
  const part: PackedPart = { name, crc: 0, size: 0, packed: [] };
  packer.on('data', (piece: Buffer) => part.packed.push(piece));
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      part.crc = crc32(bytes, part.crc);
      part.size += bytes.length;
      if (!packer.write(bytes)) await once(packer, 'drain');
    },
    async end() {
      packer.end();
      await once(packer, 'end');
      return part;
    },
  };
}

export async function packPart(name: string, text: string): Promise<PackedPart> {
  const part = openPart(name);
  await part.write(text);
  return part.end();
}

/** 1 January 1980: the same figures give the same file. */
const date = 0x21;
/** Names are UTF-8. */
const flags = 0x800;
const deflated = 8;

function fieldsOf({ name, crc, size, packed }: PackedPart): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(deflated, 4);
  fields.writeUInt16LE(date, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(
    packed.reduce((all, piece) => all + piece.length, 0),
    14,
  );
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(Buffer.byteLength(name), 22);
  return fields;
}

/** The bytes of a zip file with these parts. A part of more than 4 GB is a RangeError. */
export function joinParts(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const part of parts) {
    const [fields, name] = [fieldsOf(part), Buffer.from(part.name)];
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name);
    for (const piece of [Buffer.from('PK\x03\x04', 'latin1'), fields, name, ...part.packed]) add(piece);
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((all, piece) => all + piece.length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

/** Every part of a zip file by its name, as text. For files that this program has just had written. */
export function readParts(bytes: Uint8Array): Map<string, string> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const parts = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    const text = zip.readUInt16LE(at + 10) === deflated ? inflateRawSync(packed) : packed;
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), text.toString('utf8'));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}
