package workbook

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
)

// A journal is a line that says what it is, then frames: the length of a record, the checksum of both, the record. A
// crash can cut only the last one short.
const journalHead = "gapbook journal 1\n"

const (
	frameHead = 8
	frameMost = tooBig + tooBig/2 // no record is longer than two files
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// appendFrame puts a record behind others.
func appendFrame(dst, record []byte) []byte {
	var head [frameHead]byte
	binary.LittleEndian.PutUint32(head[:4], uint32(len(record)))
	sum := crc32.Update(crc32.Checksum(head[:4], castagnoli), castagnoli, record)
	binary.LittleEndian.PutUint32(head[4:], sum)
	return append(append(dst, head[:]...), record...)
}

// frames gives the records of a journal up to the first that is not whole, and how many bytes those have.
func frames(src []byte) (records [][]byte, whole int) {
	rest, ok := bytes.CutPrefix(src, []byte(journalHead))
	if !ok {
		return nil, 0
	}
	whole = len(journalHead)
	for len(rest) >= frameHead {
		n := binary.LittleEndian.Uint32(rest[:4])
		if n > frameMost || int(n) > len(rest)-frameHead {
			break
		}
		record := rest[frameHead : frameHead+int(n)]
		if crc32.Update(crc32.Checksum(rest[:4], castagnoli), castagnoli, record) != binary.LittleEndian.Uint32(rest[4:8]) {
			break
		}
		records = append(records, record)
		rest = rest[frameHead+int(n):]
		whole += frameHead + int(n)
	}
	return records, whole
}
