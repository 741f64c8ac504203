package workbook

import "github.com/gapbook/gapbook/model/vault"

// ReadBytes reads an engagement that came some other way than by a file; name is how messages call it. Its playbook is
// looked for in the working folder.
func ReadBytes(src []byte, name string, ask ...vault.Ask) (Snapshot, error) {
	if vault.IsLocked(src) {
		var err error
		if src, err = newBook(name, ask).open(src); err != nil {
			return Snapshot{}, err
		}
	}
	doc, err := Parse(name, src)
	if err != nil {
		return Snapshot{}, err
	}
	return load(doc, name), nil
}
