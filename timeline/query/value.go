package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// ValueOf returns the value that a term of key has for text. The error, if key cannot be asked for that, is an *Error
// with offsets in text.
func ValueOf(key Key, op Op, text string) (Value, error) {
	v, err := checkValue(key, op, text)
	switch {
	case err != nil:
		return v, err
	case strings.TrimSpace(text) == "":
		return v, &Error{End: len(text), Message: fmt.Sprintf("a value for `%s` is missing", key)}
	}
	return v, nil
}

// checkValue returns the value of key that text spells. The offsets of an error are those in text.
func checkValue(key Key, op Op, text string) (Value, *Error) {
	bare := isBare(key, text)
	switch known := fixedValues[key]; {
	case key == ByClaim && strings.TrimSpace(text) != "" && fold.Fold(text) == "":
		return Value{}, &Error{End: len(text), Message: nothingToLookFor, Hint: "take it out"}
	case key == ByClaim:
		return Value{Text: legible(text, !bare), Phrase: !bare}, nil
	case isDateKey(key), op != Is:
		r := dateReader{today: sampleDay}
		asked, err := r.period(key, op, text)
		if err != nil && key.IsOwn() && (!r.placed || !strings.ContainsFunc(text, unicode.IsLetter)) { // maybe a number
			asked, err = calendar.Never, nil
		}
		if r.relative { // it is on no day yet: see Query.On
			asked = calendar.Never
		}
		return Value{Text: legible(text, !bare), Period: asked, Relative: r.relative}, err
	case known == nil, key == ByHas && KeyName(text) != "" && !slices.Contains(known, strings.ToLower(text)):
		return Value{Text: legible(text, !bare)}, nil
	case slices.Contains(known, strings.ToLower(text)):
		return Value{Text: strings.ToLower(text)}, nil
	default:
		hint := "one of " + strings.Join(known, ", ")
		if near := names.Nearest(text, known, 1); near != nil {
			hint = names.Suggestion(string(key) + ":" + near[0])
		}
		return Value{}, &Error{End: len(text), Message: fmt.Sprintf("`%s` cannot be asked of `%s`", text, key), Hint: hint}
	}
}

// WantsAll reports whether a value ends in a *, and so wants all that begins as what is before it, be there one that is
// called exactly so.
func WantsAll(value string) (begin string, all bool) {
	begin, all = strings.CutSuffix(value, "*")
	return begin, all && fold.Fold(begin) != ""
}

// same reports whether two values of key are one. Of a key of the writer's own, what folding drops may be the sign of a
// number.
func same(key Key, a, b string) bool {
	_, allOfA := WantsAll(a)
	_, allOfB := WantsAll(b)
	r, _ := utf8.DecodeRuneInString(a)
	if key.IsOwn() && !unicode.IsLetter(r) {
		return a == b
	}
	return allOfA == allOfB && fold.Value(a) == fold.Value(b)
}
