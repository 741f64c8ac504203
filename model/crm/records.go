package crm

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// maxRecord bounds one record; a quote that is never closed would otherwise swallow the file.
const maxRecord = 1 << 22

// records splits text into records of fields. It is strict about quotes: one that opens a field must close it, so that a
// truncated file is noticed where it breaks. Fields are valid until the next call.
type records struct {
	r    *bufio.Reader
	sep  byte
	line int // of the last line read

	at     int // line on which the present record starts
	fields [][]byte
	data   []byte
	ends   []int
	long   []byte
}

// splitError is a record that cannot be split.
type splitError struct {
	line    int
	problem string
	err     error
}

func (e *splitError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.problem) }

// readLine returns the next line without its end.
func (s *records) readLine() ([]byte, error) {
	line, err := s.r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		s.long = append(s.long[:0], line...)
		for errors.Is(err, bufio.ErrBufferFull) {
			line, err = s.r.ReadSlice('\n')
			if s.long = append(s.long, line...); len(s.long) > maxRecord {
				return nil, &splitError{s.line + 1, "a line of more than 4 MB: this is no table", nil}
			}
		}
		line = s.long
	}
	if err != nil && err != io.EOF {
		return nil, &splitError{s.line + 1, "cannot be read: " + err.Error(), err}
	}
	if len(line) == 0 {
		return nil, io.EOF
	}
	s.line++
	if bytes.IndexByte(line, 0) >= 0 {
		return nil, &splitError{s.line, "this is not text: it holds zero bytes", nil}
	}
	if line[len(line)-1] == '\n' {
		line = line[:len(line)-1]
	}
	if len(line) > 0 && line[len(line)-1] == '\r' {
		line = line[:len(line)-1]
	}
	return line, nil
}

// next reads one record into s.fields. It ends with io.EOF or a *splitError.
func (s *records) next() error {
	line, err := s.readLine()
	if err != nil {
		return err
	}
	s.at = s.line
	if bytes.IndexByte(line, '"') < 0 {
		s.fields = s.fields[:0]
		for {
			i := bytes.IndexByte(line, s.sep)
			if i < 0 {
				s.fields = append(s.fields, line)
				return nil
			}
			s.fields = append(s.fields, line[:i])
			line = line[i+1:]
		}
	}
	return s.quoted(line)
}

// quoted splits a record with quotes in it, which may run over several lines.
func (s *records) quoted(line []byte) error {
	s.data, s.ends = s.data[:0], s.ends[:0]
	for {
		start := bytes.TrimLeft(line, " ")
		if len(start) == 0 || start[0] != '"' {
			i := bytes.IndexByte(line, s.sep)
			if i < 0 {
				s.data = append(s.data, line...)
				s.ends = append(s.ends, len(s.data))
				break
			}
			s.data = append(s.data, line[:i]...)
			s.ends = append(s.ends, len(s.data))
			line = line[i+1:]
			continue
		}
		rest, err := s.inQuotes(start[1:])
		if err != nil {
			return err
		}
		s.ends = append(s.ends, len(s.data))
		if len(rest) == 0 {
			break
		}
		line = rest[1:]
	}
	s.fields = s.fields[:0]
	from := 0
	for _, to := range s.ends {
		s.fields = append(s.fields, s.data[from:to])
		from = to
	}
	return nil
}

// inQuotes reads up to the closing quote and returns what follows it: nothing, or a separator and more.
func (s *records) inQuotes(line []byte) (rest []byte, err error) {
	opened := s.line
	for {
		i := bytes.IndexByte(line, '"')
		if i < 0 {
			s.data = append(append(s.data, line...), '\n')
			if len(s.data) > maxRecord {
				return nil, &splitError{opened, "a quote opens here and is not closed", nil}
			}
			line, err = s.readLine()
			if err == io.EOF {
				return nil, &splitError{opened, "a quote opens here and is not closed before the end of the file", nil}
			}
			if err != nil {
				return nil, err
			}
			continue
		}
		s.data = append(s.data, line[:i]...)
		line = line[i+1:]
		if len(line) > 0 && line[0] == '"' {
			s.data = append(s.data, '"')
			line = line[1:]
			continue
		}
		line = bytes.TrimLeft(line, " ")
		if len(line) > 0 && line[0] != s.sep {
			return nil, &splitError{opened, "a quoted cell opens here and does not end at a separator", nil}
		}
		return line, nil
	}
}

// field is a cell of the present record, blank where the record is too short or there is no such column.
func (s *records) field(i int) []byte {
	if i < 0 || i >= len(s.fields) {
		return nil
	}
	return cell(s.fields[i])
}
