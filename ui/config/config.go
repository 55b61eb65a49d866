// Package config reads a reader's own settings, which config.yaml in the user's folder for configuration holds.
//
//	theme: contrast
//	keys: {lanes: L, compare: [c, f8]}
//	same: [[DOJ, Department of Justice]]
//
//	settings, file := config.Parse(path, text, ui.Keys())
//	fmt.Print(file.Found()) // what is wrong, each with its place and its cure
//
// What is wrong costs its own setting and no other. Whether a flag or the environment counts before a setting is for
// cli, which also has the file read; what a setting does is for those that it is handed to. The package imports
// palette for the names of themes, roles and colours, binding for those of keys, and yamlfile for the form of the file.
package config

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/yamlfile"
	"dateline/ui/binding"
	"dateline/ui/palette"
)

// Settings are what a reader has said. The zero Settings are those of a reader who has said nothing.
type Settings struct {
	Theme  palette.Theme
	Roles  map[string]string // from the name of a role to its colour
	Keys   []binding.Given
	Rows   int    // lines of an event in the list, 1 to 3; Auto for as many as fit, 0 for as the record was left
	Start  string // Newest or Oldest, whichever event a record was left at; "" for that one
	Editor string // the command, as for a shell
	Same   [][]string

	NoMouse    bool // the mouse is left to the terminal
	ForgetsAll bool // places and what was seen are not kept
}

// Auto is the number of rows that means as many as fit.
const Auto = -1

// Where a record opens.
const (
	Newest = "newest"
	Oldest = "oldest"
)

// MaxBytes is how long the file may be. Longer is none that anybody wrote by hand.
const MaxBytes = 64 << 10

// Path returns where the settings are: dateline/config.yaml in $XDG_CONFIG_HOME, else in the folder that the system has
// for configuration. A value of a variable that is not absolute is ignored. It returns "" where there is no folder.
func Path(getenv func(string) string) string {
	folder, below := getenv("XDG_CONFIG_HOME"), ""
	if !filepath.IsAbs(folder) {
		switch runtime.GOOS {
		case "windows":
			folder = getenv("AppData")
		case "darwin", "ios":
			folder, below = getenv("HOME"), "Library/Application Support"
		default:
			folder, below = getenv("HOME"), ".config"
		}
	}
	if !filepath.IsAbs(folder) {
		return ""
	}
	return filepath.Join(folder, filepath.FromSlash(below), "dateline", "config.yaml")
}

// Is reports whether a path, as somebody wrote it, leads to where the settings are.
func Is(path string, getenv func(string) string) bool {
	whole, err := filepath.Abs(path)
	return err == nil && path != "" && whole == Path(getenv)
}

// A reading is a file of settings while it is read.
type reading struct {
	*yamlfile.File
	into  Settings
	table binding.Table
}

// A setting is a key of the file.
type setting struct {
	key  string
	read func(*reading, *yaml.Node)
}

// settings are the keys of the file.
var settings = []setting{
	{"theme", (*reading).theme},
	{"keys", (*reading).keys},
	{"rows", (*reading).rows},
	{"start", (*reading).start},
	{"mouse", (*reading).mouse},
	{"editor", (*reading).editor},
	{"same", (*reading).same},
	{"remember", (*reading).remember},
}

// Parse reads the text of a file of settings, of that name. Table has the actions that can be given keys. It returns
// what can be used, and the file with what is wrong in it.
func Parse(name, text string, table binding.Table) (Settings, *yamlfile.File) {
	r := &reading{File: yamlfile.Read(name, text), table: table}
	root := r.Root()
	switch {
	case root == nil:
	case root.Kind != yaml.MappingNode:
		r.Problem(root, rule.WrongShape, "the settings are "+yamlfile.Shape(root)+" where a map belongs",
			"begin lines with a key, as in theme: dark")
	default:
		r.Each(root, r.setting)
	}
	return r.into, r.File
}

// setting reads a key of the file.
func (r *reading) setting(key, value *yaml.Node) {
	var known []string
	for _, s := range settings {
		if s.key == key.Value {
			if !yamlfile.IsNothing(value) {
				s.read(r, value)
			}
			return
		}
		known = append(known, s.key)
	}
	r.unknown(key, "setting", known)
}

// unknown reports a key that is none of those known, with the nearest.
func (r *reading) unknown(key *yaml.Node, what string, known []string) {
	r.Problem(key, rule.UnknownSetting, fmt.Sprintf("there is no %s `%s`", what, brief(key.Value)),
		binding.Nearest(key.Value, known, "there are "+strings.Join(known, ", ")))
}

// brief returns a text of the file as messages quote it.
func brief(text string) string {
	const most = 60 // bytes
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// text returns the text of a value, and reports whether it is one.
func (r *reading) text(n *yaml.Node, key, instead string) (string, bool) {
	if n.Kind == yaml.ScalarNode {
		return strings.TrimSpace(n.Value), true
	}
	r.Problem(n, rule.WrongShape, fmt.Sprintf("`%s` is %s", key, yamlfile.Shape(n)), instead)
	return "", false
}

// choice returns which of some words a value is; ok is false where it is none.
func (r *reading) choice(n *yaml.Node, key string, words ...string) (word string, ok bool) {
	instead := "choose from " + strings.Join(words, ", ")
	text, ok := r.text(n, key, instead)
	if !ok {
		return "", false
	}
	for _, word := range words {
		if strings.EqualFold(text, word) {
			return word, true
		}
	}
	r.Problem(n, rule.BadSetting, fmt.Sprintf("`%s` cannot be `%s`", key, brief(text)), instead)
	return "", false
}

// theme reads the name of a theme, or a map of it and of colours of roles.
func (r *reading) theme(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		name, _ := r.choice(n, "theme", append([]string{"auto"}, palette.Themes()...)...)
		if r.into.Theme = palette.Theme(name); name == "auto" {
			r.into.Theme = ""
		}
		return
	}
	r.Each(n, func(key, value *yaml.Node) {
		switch {
		case key.Value == "name" && value.Kind == yaml.MappingNode:
			r.choice(value, "name", palette.Themes()...)
		case key.Value == "name" && yamlfile.IsNothing(value):
		case key.Value == "name":
			r.theme(value)
		case key.Value == "roles":
			r.roles(value)
		default:
			r.unknown(key, "key of `theme`", []string{"name", "roles"})
		}
	})
}

// roles reads the colours of roles.
func (r *reading) roles(n *yaml.Node) {
	if !r.isMap(n, "roles", "write it as {actor: 80, match: \"#ffaf00\", force: red}") {
		return
	}
	r.Each(n, func(key, value *yaml.Node) {
		known := false
		for _, name := range palette.Roles() {
			known = known || name == key.Value
		}
		if !known {
			r.unknown(key, "role", palette.Roles())
			return
		}
		if yamlfile.IsNothing(value) { // as # begins a comment
			r.Problem(key, rule.BadSetting, fmt.Sprintf("`%s` has no colour", key.Value),
				`write a colour such as 80, red or "#ffaf00", in quotes since # begins a comment`)
			return
		}
		text, ok := r.text(value, key.Value, "write one colour")
		if !ok {
			return
		}
		if err := palette.Check(brief(text)); err != nil {
			what, cure, _ := strings.Cut(err.Error(), "; ")
			r.Problem(value, rule.BadSetting, what, cure)
			return
		}
		if r.into.Roles == nil {
			r.into.Roles = make(map[string]string)
		}
		r.into.Roles[key.Value] = text
	})
}

// isMap reports whether a value is a map with something in it, and says so where it is none.
func (r *reading) isMap(n *yaml.Node, key, instead string) bool {
	if n.Kind != yaml.MappingNode && !yamlfile.IsNothing(n) {
		r.Problem(n, rule.WrongShape, fmt.Sprintf("`%s` is %s where a map belongs", key, yamlfile.Shape(n)), instead)
	}
	return n.Kind == yaml.MappingNode
}

// rows reads how many lines an event has.
func (r *reading) rows(n *yaml.Node) {
	switch word, ok := r.choice(n, "rows", "1", "2", "3", "auto"); {
	case word == "auto":
		r.into.Rows = Auto
	case ok:
		r.into.Rows, _ = strconv.Atoi(word)
	}
}

// start reads where a record opens.
func (r *reading) start(n *yaml.Node) {
	if word, _ := r.choice(n, "start", Newest, Oldest, "last"); word != "last" {
		r.into.Start = word
	}
}

// isOff reports whether a switch is turned off; ok is false where it cannot be told.
func (r *reading) isOff(n *yaml.Node, key string) (off, ok bool) {
	if n.Kind == yaml.ScalarNode {
		switch strings.ToLower(n.Value) { // as YAML 1.1 and people write them
		case "yes", "on":
			return false, true
		case "no", "off":
			return true, true
		}
	}
	word, ok := r.choice(n, key, "true", "false")
	return word == "false", ok
}

func (r *reading) mouse(n *yaml.Node) { r.into.NoMouse, _ = r.isOff(n, "mouse") }

// remember reads whether anything is remembered. Who wrote something else did not write it to be remembered.
func (r *reading) remember(n *yaml.Node) {
	off, ok := r.isOff(n, "remember")
	r.into.ForgetsAll = off || !ok
}

// editor reads the command for the editor.
func (r *reading) editor(n *yaml.Node) {
	if text, ok := r.text(n, "editor", `write it in one line, as in "code -g"`); ok {
		r.into.Editor = text
	}
}

// same reads lists of names that are of one actor, or one such list.
func (r *reading) same(n *yaml.Node) {
	const instead = "write it as [[DOJ, Department of Justice], [Rubio, Marco Rubio]]"
	if n.Kind != yaml.SequenceNode {
		r.Problem(n, rule.WrongShape, "`same` is "+yamlfile.Shape(n)+" where a list belongs", instead)
		return
	}
	items, lists := r.Items(n), 0
	for _, item := range items {
		if item.Kind == yaml.SequenceNode {
			lists++
		}
	}
	if lists == 0 { // names of one actor
		r.oneActor(n)
		return
	}
	for _, item := range items {
		if item.Kind != yaml.SequenceNode {
			r.Problem(item, rule.WrongShape, "`same` holds "+yamlfile.Shape(item)+" beside lists of names", instead)
			continue
		}
		r.oneActor(item)
	}
}

// oneActor reads the names of one actor.
func (r *reading) oneActor(n *yaml.Node) {
	var names []string
	items := r.Items(n)
	for _, item := range items {
		if item.Kind != yaml.ScalarNode {
			r.Problem(item, rule.WrongShape, "a name is "+yamlfile.Shape(item), "write the names of one actor in one list")
		} else if name := strings.Join(strings.Fields(item.Value), " "); name != "" {
			names = append(names, name)
		}
	}
	switch {
	case len(items) == 1 && len(names) == 1:
		r.Problem(n, rule.BadSetting, "there is one name only, `"+brief(names[0])+"`",
			"write the other names of that actor beside it")
	case len(names) > 1:
		r.into.Same = append(r.into.Same, names)
	}
}
