import { crc32, deflateSync } from "node:zlib";

/** The format of an image, and its size if it is a PNG. */
export function describeImage(image) {
  const bytes = Buffer.from(image, "base64");
  if (bytes.toString("latin1", 1, 4) === "PNG") {
    return { format: "png", width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  return { format: bytes.toString("latin1", 8, 12) === "WEBP" ? "webp" : bytes[0] === 0xff ? "jpeg" : "unknown" };
}

/** A square PNG, transparent everywhere. */
export function transparentPng(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6], 8);
  const rows = deflateSync(Buffer.alloc(size * (1 + 4 * size)));
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(4 + content.length + 4);
  frame.writeUInt32BE(data.length, 0);
  frame.set(content, 4);
  frame.writeUInt32BE(crc32(content), 4 + content.length);
  return frame;
}
