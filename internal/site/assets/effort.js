// Finds the number that, behind the words of a task, hashes to so many zero bits.
// The browser's own SHA-256 answers one hash at a time and only on secure pages,
// so it is written out here: one block, which holds any task.
const K = new Uint32Array(64);
const START = new Uint32Array(8);
{
	// The first bits of the fractions of roots of the first primes, as FIPS 180-4 says.
	const fraction = x => ((x - Math.floor(x)) * 4294967296) >>> 0;
	for (let n = 2, i = 0; i < 64; n++) {
		let prime = true;
		for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
		if (!prime) continue;
		if (i < 8) START[i] = fraction(Math.sqrt(n));
		K[i++] = fraction(Math.cbrt(n));
	}
}

const w = new Uint32Array(64);

// head is the first 32 bits of the hash of text, which has at most 55 characters of ASCII.
function head(text) {
	w.fill(0, 0, 16);
	for (let i = 0; i < text.length; i++) w[i >> 2] |= text.charCodeAt(i) << (24 - 8 * (i & 3));
	w[text.length >> 2] |= 0x80 << (24 - 8 * (text.length & 3));
	w[15] = 8 * text.length;
	for (let i = 16; i < 64; i++) {
		const a = w[i - 15], b = w[i - 2];
		const s0 = (a >>> 7 | a << 25) ^ (a >>> 18 | a << 14) ^ a >>> 3;
		const s1 = (b >>> 17 | b << 15) ^ (b >>> 19 | b << 13) ^ b >>> 10;
		w[i] = w[i - 16] + s0 + w[i - 7] + s1;
	}
	let [a, b, c, d, e, f, g, h] = START;
	for (let i = 0; i < 64; i++) {
		const s1 = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
		const t1 = h + s1 + (e & f ^ ~e & g) + K[i] + w[i] | 0;
		const s0 = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
		const t2 = s0 + (a & b ^ a & c ^ b & c) | 0;
		h = g; g = f; f = e; e = d + t1 | 0;
		d = c; c = b; b = a; a = t1 + t2 | 0;
	}
	return a + START[0] >>> 0;
}

onmessage = e => {
	const { task, bits } = e.data;
	if (bits > 32 || task.length > 44) return; // never of ours
	for (let n = 0; n < 1e9; n++) {
		if (Math.clz32(head(`${task}.${n}`)) >= bits) {
			postMessage(String(n));
			return;
		}
	}
};
