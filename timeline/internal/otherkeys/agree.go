package otherkeys

import "strings"

// This file says which dates of an event are the same one twice.

// begins reports whether a date says in the same words when another begins.
func (r reading) begins(whole reading) bool {
	return !r.IsZero() && r.Negative == "" && (r.EDTF() == whole.EDTF() || r.EDTF()+"/" == head(whole))
}

// ends reports whether a date says in the same words when a span ends.
func (r reading) ends(whole reading) bool {
	return head(whole) != "" && !r.IsZero() && r.Negative == "" && head(whole)+r.EDTF() == whole.EDTF()
}

// head returns what is written of a span as far as its slash, and "" for any other date.
func head(whole reading) string {
	return whole.EDTF()[:strings.IndexByte(whole.EDTF(), '/')+1]
}
