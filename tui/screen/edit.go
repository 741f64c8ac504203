package screen

import "github.com/gapbook/gapbook/model/workbook"

// Edit is one small change of the engagement, applied by the workbook.
type Edit = workbook.Edit

// Set sets a field; records on the way are made when missing. A nil value clears it. Path elements are keys of the file
// and, in a list, the key of the record (its first field) or #3 for a place.
//
//	Set(3, "interviews", id, "answers", "rep-next-step", "rating")
func Set(value any, path ...string) Edit { return workbook.Set(value, path...) }

// SetText sets a field of text; an empty one clears it.
func SetText(text string, path ...string) Edit {
	if text == "" {
		return Set(nil, path...)
	}
	return Set(text, path...)
}

// Add appends a record to a list.
func Add(record any, path ...string) Edit { return workbook.Add(record, path...) }

// Insert puts a record into a list at a place.
func Insert(record any, index int, path ...string) Edit {
	return workbook.Insert(record, index, path...)
}

// Remove takes a record or a field away.
func Remove(path ...string) Edit { return workbook.Remove(path...) }

// Move puts a record of a list at another place.
func Move(index int, path ...string) Edit { return workbook.Move(index, path...) }
