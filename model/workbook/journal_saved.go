package workbook

import "errors"

// mark says, before a file is put in its place, which steps it holds. Without a journal there is nothing to say.
func (j *journal) mark(seq uint64, file stamp) {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(func() error {
		if err := j.drain(); err != nil || len(j.tail) == 0 {
			return err
		}
		f, err := j.frame(seq, record{Mark: &mark{seq, digest(file), false}})
		if err != nil {
			return err
		}
		j.tail = append(j.tail, f)
		return j.put(f.data)
	})
}

// drop says that the steps up to seq are in a file of that hash now, and no more needed here. They are taken out at a
// quiet moment when they have become many: emptying a file waits for the disk, and so would the next letter.
func (j *journal) drop(seq uint64, base stamp) {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(func() error {
		err := j.drain()
		var left []framed
		for _, f := range j.tail {
			if f.seq > seq {
				left = append(left, f)
			}
		}
		j.base, j.tail = base, left
		if j.file == nil || j.bare {
			if len(left) == 0 {
				j.clear()
				return nil
			}
			return errors.Join(err, j.begin())
		}
		switch quiet := len(left) == 0 && !j.syncing; {
		case len(left) == 0 && j.at == j.spare, quiet && j.long > manyBytes:
			j.clear()
			return nil
		case j.long > mostBytes:
			return errors.Join(err, j.begin())
		}
		f, err2 := j.frame(seq, record{Mark: &mark{seq, digest(base), true}})
		if err2 == nil {
			err2 = j.append(f.data)
		}
		return errors.Join(err, err2)
	})
}
