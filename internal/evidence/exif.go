package evidence

import (
	"bytes"
	"encoding/binary"
)

// orientation is how a picture is to be turned, by its EXIF: 1 to 8, 1 where it
// does not say. It is the one thing of EXIF that is used.
func orientation(b []byte, mediaType string) int {
	if mediaType != "image/jpeg" {
		return 1
	}
	for i := 2; i+4 <= len(b) && b[i] == 0xFF; {
		length := int(binary.BigEndian.Uint16(b[i+2:]))
		end := i + 2 + length
		if length < 2 || end > len(b) || b[i+1] == 0xDA {
			return 1
		}
		if b[i+1] == 0xE1 && bytes.HasPrefix(b[i+4:end], []byte("Exif\x00\x00")) {
			return tiffOrientation(b[i+10 : end])
		}
		i = end
	}
	return 1
}

// tiffOrientation reads tag 0x0112 of the first directory.
func tiffOrientation(b []byte) int {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return 1
	}
	if len(b) < 8 {
		return 1
	}
	at := int64(order.Uint32(b[4:]))
	if at < 8 || at+2 > int64(len(b)) {
		return 1
	}
	n := int64(order.Uint16(b[at:]))
	for i := range n {
		e := at + 2 + i*12
		if e+12 > int64(len(b)) {
			return 1
		}
		if order.Uint16(b[e:]) == 0x0112 {
			if o := int(order.Uint16(b[e+8:])); o >= 1 && o <= 8 {
				return o
			}
			return 1
		}
	}
	return 1
}
