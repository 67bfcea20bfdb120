package batch

import (
	"encoding/binary"

	"isnad/internal/trace"
)

// keeper keeps the words of reports, packed: seven bytes for most words. They
// lie in few large blocks, which the garbage collector has no work with.
type keeper struct {
	block []byte // being filled
	kept  [][]byte
}

const blockBytes = 4 << 20

// add keeps words as the next report's.
func (k *keeper) add(words []trace.Word) {
	const most = 4 + 2*binary.MaxVarintLen32 + 1
	if need := binary.MaxVarintLen32 + len(words)*most; cap(k.block)-len(k.block) < need {
		k.block = make([]byte, 0, max(blockBytes, need))
	}
	from := len(k.block)
	b := binary.AppendUvarint(k.block, uint64(len(words)))
	at := uint32(0)
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w.Hash)
		b = binary.AppendUvarint(b, uint64(w.Start-at))
		b = binary.AppendUvarint(b, uint64(w.End-w.Start))
		b = append(b, w.Lead|w.Trail<<2|byte(w.Flags)<<4)
		at = w.End
	}
	k.block = b
	k.kept = append(k.kept, b[from:len(b):len(b)])
}

// words appends the words of report i to dst.
func (k *keeper) words(dst []trace.Word, i int) []trace.Word {
	b := k.kept[i]
	n, size := binary.Uvarint(b)
	b = b[size:]
	at := uint32(0)
	for range n {
		w := trace.Word{Hash: binary.LittleEndian.Uint32(b)}
		b = b[4:]
		gap, size := binary.Uvarint(b)
		b = b[size:]
		length, size := binary.Uvarint(b)
		b = b[size:]
		w.Start = at + uint32(gap)
		w.End = w.Start + uint32(length)
		w.Lead, w.Trail, w.Flags = b[0]&3, b[0]>>2&3, trace.WordFlags(b[0]>>4)
		b = b[1:]
		at = w.End
		dst = append(dst, w)
	}
	return dst
}
