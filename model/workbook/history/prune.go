package history

import "time"

// kept says which backups a policy keeps. times are the latest first. A backup is what the file was until the next one,
// so that of each day the one in force at its end is kept, even if it is from a day before.
func kept(times []time.Time, now time.Time, p Policy) []bool {
	keep := make([]bool, len(times))
	for i := range min(max(p.Opens, 1), len(times)) {
		keep[i] = true
	}
	y, m, d := now.Date()
	for back := range p.Days {
		end := time.Date(y, m, d-back+1, 0, 0, 0, 0, now.Location())
		for i, t := range times {
			if t.Before(end) {
				keep[i] = true
				break
			}
		}
	}
	return keep
}
