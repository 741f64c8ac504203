package history

import "time"

// Recent is what was done the last days, as far as the backups tell.
type Recent struct {
	Base Count     // what there was when the work of today began
	Last Count     // what the last day before changed
	Day  time.Time // that day
}

// Lately compares the backups of the file at path. They were taken as it was opened: the first of a day is what the day began
// with. False where there is none that can be counted.
func Lately(path string, now time.Time) (Recent, bool) {
	list, err := List(path)
	if err != nil {
		return Recent{}, false
	}
	return lately(list, now)
}

func lately(list []Version, now time.Time) (r Recent, ok bool) {
	mornings := firsts(list, now.Location())
	if len(mornings) == 0 {
		return r, false
	}
	base := list[0] // nothing new was found when the file was opened today
	if dayOf(mornings[0], now.Location()) == now.Format(time.DateOnly) {
		base, mornings = mornings[0], mornings[1:]
	}
	if r.Base, ok = counted(base); !ok || len(mornings) == 0 {
		return r, ok
	}
	if then, ok := counted(mornings[0]); ok {
		r.Last, r.Day = r.Base.Less(then), mornings[0].Time.In(now.Location())
	}
	return r, true
}

// firsts are the first version of each day, the latest day first.
func firsts(list []Version, zone *time.Location) []Version {
	var out []Version
	for _, v := range list {
		if n := len(out); n > 0 && dayOf(out[n-1], zone) == dayOf(v, zone) {
			out[n-1] = v
		} else {
			out = append(out, v)
		}
	}
	return out
}

func dayOf(v Version, zone *time.Location) string { return v.Time.In(zone).Format(time.DateOnly) }

func counted(v Version) (Count, bool) {
	data, err := v.Data()
	if err != nil {
		return Count{}, false
	}
	return CountOf(data)
}
