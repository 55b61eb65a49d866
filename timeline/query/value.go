package query

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/names"
)

// ValueOf returns the value that a term of key has for text; ok is false where key cannot be asked for it.
func ValueOf(key Key, text string) (v Value, ok bool) {
	v, err := checkValue(key, text)
	return v, err == nil && strings.TrimSpace(text) != ""
}

// checkValue returns the value of key that text spells. The offsets of an error are those in text.
func checkValue(key Key, text string) (Value, *Error) {
	if isDateKey(key) {
		asked, err := parsePeriod(key, text)
		return Value{Text: text, Period: asked}, err
	}
	known := fixedValues[key]
	if known == nil {
		return Value{Text: legible(text, !isBare(key, text))}, nil
	}
	if word := strings.ToLower(text); slices.Contains(known, word) {
		return Value{Text: word}, nil
	}
	hint := "one of " + strings.Join(known, ", ")
	if near := names.Nearest(text, known, 1); near != nil {
		hint = names.Suggestion(string(key) + ":" + near[0])
	}
	return Value{}, &Error{End: len(text), Message: fmt.Sprintf("`%s` cannot be asked of `%s`", text, key), Hint: hint}
}

// parsePeriod returns the time that a date key asks for. Text is a date; for date it may be two joined by "..", of
// which one may be left out.
func parsePeriod(key Key, text string) (calendar.Period, *Error) {
	at := strings.Index(text, "..")
	if key != ByDate || at < 0 || strings.ContainsAny(text, "/[]{}") { // these have their own use for ".."
		d, err := parseDateAt(text, 0)
		p := calendar.Period{From: d.Earliest(), To: d.Latest()}
		switch key {
		case BySince:
			p.To = calendar.Forever
		case ByUntil:
			p.From = calendar.Beginning
		}
		return p, err
	}
	p := calendar.Always
	if at > 0 {
		from, err := parseDateAt(text[:at], 0)
		if err != nil {
			return p, err
		}
		p.From = from.Earliest()
	}
	if end := at + len(".."); end < len(text) {
		to, err := parseDateAt(text[end:], end)
		if err != nil {
			return p, err
		}
		p.To = to.Latest()
	}
	if p.From > p.To {
		return p, &Error{End: len(text), Message: "the range ends before it starts", Hint: "write the earlier date first"}
	}
	return p, nil
}

// parseDateAt reads a date that begins at an offset of a value. An error has its offsets in the value.
func parseDateAt(text string, offset int) (edtf.Date, *Error) {
	d, err := edtf.Parse(text)
	var wrong *edtf.Error
	if errors.As(err, &wrong) {
		return d, &Error{Start: offset + wrong.Start, End: offset + wrong.End, Message: wrong.Message, Hint: wrong.Hint}
	}
	return d, nil
}
