package testbuild

import (
	"fmt"
	"reflect"

	"dateline/timeline"
)

// EveryText returns a record of one event in which each text is a word of its own. Its file is record.yaml. Lists have
// two items; the first figure has a value, the second a range.
func EveryText() *timeline.Timeline {
	d := NewDraft()
	d.Event("2025-09-08", "", "", func(e *timeline.EventDraft) {
		words := 0
		fillTexts(d, reflect.ValueOf(e).Elem(), &words)
		e.Figures[1].Value = ""
	})
	b := timeline.NewBuilder()
	b.Absorb(d.Batch, "record.yaml")
	return b.Timeline(true)
}

// fillTexts fills the texts of v, and the mentions and citations too.
func fillTexts(d *Draft, v reflect.Value, words *int) {
	*words++
	word := fmt.Sprintf("word%dx", *words)
	switch v.Interface().(type) {
	case timeline.Mention:
		v.Set(reflect.ValueOf(d.Mention(word)))
		return
	case timeline.Citation:
		v.Set(reflect.ValueOf(d.Source(timeline.Source{Title: word})))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(word)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fillTexts(d, v.Index(i), words)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillTexts(d, v.Field(i), words)
			}
		}
	}
}

// Texts returns the texts of an event by the names of their fields, such as "Quote.Text". A field that is empty
// everywhere has none.
func Texts(e *timeline.Event) map[string][]string {
	texts := make(map[string][]string)
	var add func(name string, v reflect.Value)
	add = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			texts[name] = texts[name][:len(texts[name]):len(texts[name])] // enters the name
			if v.String() != "" {
				texts[name] = append(texts[name], v.String())
			}
		case reflect.Slice:
			for i := range v.Len() {
				add(name, v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					add(v.Type().Name()+"."+f.Name, v.Field(i))
				}
			}
		}
	}
	add("", reflect.ValueOf(*e))
	return texts
}
