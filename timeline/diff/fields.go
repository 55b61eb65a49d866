package diff

import (
	"cmp"
	"encoding/binary"
	"slices"

	"dateline/timeline"
)

// fields returns what of an entry is not what it was.
func fields(old, now *entry) (changed []Field) {
	for n := range now.values {
		if was, is := &old.values[n], &now.values[n]; !was.same(is) {
			changed = append(changed, Field{Key: is.key, Old: was.text, Now: is.text})
		}
	}
	for n := range now.lists {
		changed = append(changed, listFields(&old.lists[n], &now.lists[n])...)
	}
	return append(changed, ownFields(old.own, now.own)...)
}

// same reports whether two entries say the same in the same order.
func (e *entry) same(other *entry) bool {
	values := func(a, b []value) bool {
		return slices.EqualFunc(a, b, func(v, w value) bool { return v.same(&w) })
	}
	return values(e.values, other.values) && slices.Equal(e.own, other.own) &&
		slices.EqualFunc(e.lists, other.lists, func(a, b list) bool {
			return slices.EqualFunc(a.parts, b.parts, func(p, q part) bool { return values(p.values, q.values) })
		})
}

// listFields returns what of a list is not what it was. Parts that are the same are found first, then those that are
// one by the steps of the list, each time the first with the first; what is left is new or gone.
func listFields(old, now *list) (changed []Field) {
	var k keyed
	if slices.EqualFunc(old.parts, now.parts, func(p, q part) bool {
		return slices.EqualFunc(p.values, q.values, func(v, w value) bool { return v.same(&w) })
	}) {
		return nil
	}
	was := make([]int, len(now.parts)) // of each part its place before, −1 where it was not there
	for n := range was {
		was[n] = -1
	}
	left := make([]int, len(old.parts)) // places before of those that are not found yet
	for n := range left {
		left[n] = n
	}
	left = k.pair(old, now, left, was, k.whole)
	for _, one := range now.by {
		left = k.pair(old, now, left, was, func(p *part) string { return k.of(p, one) })
	}
	whole := Field{Key: now.key}
	last := -1
	for n, before := range was {
		if before < 0 {
			whole.Added = append(whole.Added, now.parts[n].shown())
			continue
		}
		changed = append(changed, itemFields(now.key, n, &old.parts[before], &now.parts[n])...)
		whole.Moved = whole.Moved || before < last
		last = max(last, before)
	}
	for _, n := range left {
		whole.Taken = append(whole.Taken, old.parts[n].shown())
	}
	if whole.Moved || len(whole.Added)+len(whole.Taken) > 0 {
		changed = append(changed, whole)
	}
	return changed
}

// itemFields returns what of a part of a list is not what it was.
func itemFields(key string, n int, old, now *part) (changed []Field) {
	for i := range now.values {
		was, is := &old.values[i], &now.values[i]
		if was.same(is) {
			continue
		}
		of := ""
		for _, v := range now.values {
			of = cmp.Or(of, v.text)
		}
		changed = append(changed, Field{Key: key, Item: Item{n + 1, of, is.key}, Old: was.text, Now: is.text})
	}
	return changed
}

// shown returns a part without what it does not say.
func (p *part) shown() Part {
	shown := Part{}
	for _, v := range p.values {
		if v.text != "" || len(p.values) == 1 {
			shown = append(shown, Pair{v.key, v.text})
		}
	}
	return shown
}

// A keyed makes keys by which values are known again.
type keyed struct{ key []byte }

// add adds a value to the key.
func (k *keyed) add(v *value) {
	k.key = binary.AppendVarint(k.key, int64(v.ref))
	if v.ref == alone {
		k.key = append(binary.AppendUvarint(k.key, uint64(len(v.text))), v.text...)
	}
}

// whole returns the key of all that a part says.
func (k *keyed) whole(p *part) string {
	k.key = k.key[:0]
	for n := range p.values {
		k.add(&p.values[n])
	}
	return string(k.key)
}

// of returns the key of what a step looks at.
func (k *keyed) of(p *part, one step) string {
	k.key = k.key[:0]
	for _, n := range one {
		if n == ofActor {
			k.add(&value{ref: p.actor})
			continue
		}
		k.add(&p.values[n])
	}
	return string(k.key)
}

// entry adds all that an entry says to the key, and returns it. It holds until the next one.
func (k *keyed) entry(e *entry) []byte {
	k.key = k.key[:0]
	for n := range e.values {
		k.add(&e.values[n])
	}
	for n := range e.lists {
		k.key = binary.AppendUvarint(k.key, uint64(len(e.lists[n].parts)))
		for _, p := range e.lists[n].parts {
			for i := range p.values {
				k.add(&p.values[i])
			}
		}
	}
	for _, f := range e.own {
		k.add(&value{text: f.Key, ref: alone})
		k.add(&value{text: f.Value, ref: alone})
	}
	return k.key
}

// pair sets the place before of parts that have the same key as one of those that are left, and returns the rest.
func (k *keyed) pair(old, now *list, left, was []int, key func(*part) string) []int {
	if len(left) == 0 || !slices.Contains(was, -1) {
		return left
	}
	waiting := make(map[string][]int, len(left))
	for _, n := range left {
		one := key(&old.parts[n])
		waiting[one] = append(waiting[one], n)
	}
	found := make(map[int]bool)
	for n := range was {
		if was[n] >= 0 {
			continue
		}
		one := key(&now.parts[n])
		if places := waiting[one]; len(places) > 0 {
			was[n], waiting[one] = places[0], places[1:]
			found[places[0]] = true
		}
	}
	return slices.DeleteFunc(left, func(n int) bool { return found[n] })
}

// ownFields returns which keys of the writer's own are not what they were. Of keys of one name the first is compared
// with the first.
func ownFields(old, now []timeline.Field) (changed []Field) {
	if slices.Equal(old, now) {
		return nil
	}
	was := make(map[string][]timeline.Field)
	for _, f := range old {
		was[f.Key] = append(was[f.Key], f)
	}
	for _, f := range now {
		before := was[f.Key]
		switch {
		case len(before) == 0:
			changed = append(changed, Field{Key: f.Key, Now: ownText(f)})
			continue
		case before[0].Value != f.Value: // whether it was a text that reads like a list is not told
			changed = append(changed, Field{Key: f.Key, Old: ownText(before[0]), Now: ownText(f)})
		}
		was[f.Key] = before[1:]
	}
	for _, f := range old {
		if before := was[f.Key]; len(before) > 0 {
			changed = append(changed, Field{Key: f.Key, Old: ownText(before[0])})
			was[f.Key] = before[1:]
		}
	}
	return changed
}

// ownText returns the value of a key of the writer's own. An empty one is not the same as none.
func ownText(f timeline.Field) string { return cmp.Or(f.Value, `""`) }
