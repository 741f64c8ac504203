package workbook

// DropJournal makes a book that keeps nothing on the disk before it is saved, for measuring what that costs.
func (b *Book) DropJournal() {
	b.journal.close()
	b.journal = nil
}
