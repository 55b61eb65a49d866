package session

import (
	"errors"
	"fmt"
	"sync"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/review"
	"dateline/ui/jsonobject"
)

// A Place is where the reader left a record, for the next visit to it. The zero Place is nowhere.
type Place struct {
	View
	Lanes bool   // the events are shown as lanes, not as a list
	Day   string // the first of the event, in EDTF, should the record lose it; "" where it has none
}

// MostOfAPlace is how many bytes a place takes at most.
const MostOfAPlace = 1 << 10

// A Visit is what one visit to a record is told by the last, and hands on to the next. What it hands on may be asked
// for at any time, also while the screen is stuck.
type Visit struct {
	From   Place                  // where the last visit left the record
	Recall func() (Memory, error) // returns what was seen at it; nil: that is not remembered

	recall sync.Once
	last   Memory // what was recalled
	failed error

	mu   sync.Mutex
	left Place              // where this one is
	been bool               // whether it has shown an event
	seen []review.Print     // of the events that it shows, …
	of   *timeline.Timeline // … which are of this record
}

// Left returns where the reader is; ok is false where no event has come to the screen yet, so that there is no place.
func (v *Visit) Left() (p Place, ok bool) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.left, v.been
}

// Follow takes down where the reader is now, once an event has been shown.
func (v *Visit) Follow(s *Session, lanes bool) {
	if v == nil || s.index.Timeline().Len() == 0 {
		return
	}
	now := s.leaving(lanes)
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.been && s.Shown().Len() == 0 {
		return
	}
	v.left, v.been = now, true
}

// leaving returns the place that the reader leaves the record at.
func (s *Session) leaving(lanes bool) Place {
	p := Place{View: s.view, Lanes: lanes}
	if s.wrong != nil { // it is being typed, or cannot be read
		p.Query = s.query.String()
	}
	if s.asksNews() { // which at the next visit is other news, or none
		p.Ask("")
	}
	at := s.lastAnchor
	if i, ok := s.index.Timeline().Find(p.Anchor); ok {
		at = standing{p.Anchor, s.index.Timeline().Date(i).Earliest()}
	}
	if at.on == p.Anchor && p.Anchor != "" && at.day != calendar.Forever && at.day != calendar.Beginning {
		p.Day = at.day.String()
	}
	return p
}

// PlaceOf returns the place of a record that opens at an event under a filter, both of which may be "".
func PlaceOf(query, event string) Place { return Place{View: View{Query: query, Anchor: event}} }

// Ask has the reader's place be one that asks for something else.
func (p *Place) Ask(query string) { p.Query, p.Paused, p.Dim, p.Unfolded = query, false, false, false }

// Open has the reader's place be an event.
func (p *Place) Open(id string) { p.Anchor, p.Day = id, "" }

// Reopen says that the view which the session begins with is where p was left. The event that insist names is shown
// also where the filter of that place hides it.
func (s *Session) Reopen(p Place, insist string) {
	s.asLeft, s.insist = true, insist
	if d, err := edtf.Parse(p.Day); err == nil && p.Anchor != "" {
		s.lastAnchor = standing{p.Anchor, d.Earliest()}
	}
}

// AsLeft reports whether the record was opened where the reader left it, who has not acted since.
func (s *Session) AsLeft() bool { return s.asLeft }

// reopened shows the event that was insisted on, when the record has been read and what is asked is known.
func (s *Session) reopened() {
	if s.insist == "" || !s.reload.whole || s.Searching() {
		return
	}
	i, ok := s.index.Timeline().Find(s.insist)
	if s.insist = ""; ok && !s.Lists(i) {
		s.view.Paused = true
		s.ask()
		s.notice = s.pausedNotice()
	}
}

// The members of a place.
const (
	keyPlace     = "place"
	keyEvent     = "event"
	keyDay       = "day"
	keyPaused    = "paused"
	keyUnfolded  = "unfolded"
	keyNewest    = "newest"
	keyRows      = "rows"
	keyLanes     = "lanes"
	keyByCount   = "bycount"
	keyZoom      = "zoom"
	keyTrueScale = "truescale"
	keyShare     = "share"
)

// placeRead returns the place that was read. One that cannot be read is nowhere: nothing is lost with it.
func placeRead(o jsonobject.Object) (p Place) {
	err := errors.Join(get(o, keyEvent, &p.Anchor), get(o, keyDay, &p.Day), get(o, keyQuery, &p.Query),
		get(o, keyPaused, &p.Paused), get(o, keyDim, &p.Dim), get(o, keyUnfolded, &p.Unfolded),
		get(o, keyNewest, &p.Newest), get(o, keyRows, &p.Rows), get(o, keyLanes, &p.Lanes),
		get(o, keyByCount, &p.ByCount), get(o, keyZoom, &p.Zoom), get(o, keyTrueScale, &p.TrueScale),
		get(o, keyShare, &p.Share))
	const deepest, whole = 20, 1000 // as a file may say anything
	if err != nil || min(p.Rows, p.Zoom, p.Share) < 0 || p.Rows > maxRows || p.Zoom > deepest || p.Share > whole {
		return Place{}
	}
	return p
}

// setPlace writes the place into what was read, or takes it away where there is nothing to say.
func (k Saved) setPlace(o *jsonobject.Object) error {
	read, wrong := jsonobject.Parse(o.Get(keyPlace))
	if wrong != nil && k.Place == (Place{}) {
		return nil // it says nothing, or something that is none of ours
	}
	said, err := k.Place.into(read)
	if text, _ := said.MarshalJSON(); len(text) > MostOfAPlace {
		said, err = k.Place.into(nil)
	}
	return errors.Join(err, setOrDrop(o, keyPlace, said, len(said) > 0))
}

// What of a place that is too long cannot be kept.
var (
	ErrLongFilter = fmt.Errorf("with its filter it would take more than %d bytes", MostOfAPlace)
	ErrLongPlace  = fmt.Errorf("with the id of its event it would take more than %d bytes", MostOfAPlace)
)

// Fitting returns the place, or of one that takes more than MostOfAPlace bytes all but its filter and ErrLongFilter.
// Where that takes more too it returns nowhere and ErrLongPlace.
func (p Place) Fitting() (Place, error) {
	if p.fits() {
		return p, nil
	}
	if p.Ask(""); p.fits() {
		return p, ErrLongFilter
	}
	return Place{}, ErrLongPlace
}

func (p Place) fits() bool {
	said, _ := p.into(nil)
	text, err := said.MarshalJSON()
	return err == nil && len(text) <= MostOfAPlace
}

// into returns the object that was read with what the place says now.
func (p Place) into(o jsonobject.Object) (jsonobject.Object, error) {
	err := errors.Join(
		setOrDrop(&o, keyEvent, p.Anchor, p.Anchor != ""), setOrDrop(&o, keyDay, p.Day, p.Day != ""),
		setOrDrop(&o, keyQuery, p.Query, p.Query != ""), setOrDrop(&o, keyPaused, true, p.Paused),
		setOrDrop(&o, keyDim, true, p.Dim), setOrDrop(&o, keyUnfolded, true, p.Unfolded),
		setOrDrop(&o, keyNewest, true, p.Newest), setOrDrop(&o, keyRows, p.Rows, p.Rows > 0),
		setOrDrop(&o, keyLanes, true, p.Lanes), setOrDrop(&o, keyByCount, true, p.ByCount),
		setOrDrop(&o, keyZoom, p.Zoom, p.Zoom > 0), setOrDrop(&o, keyTrueScale, true, p.TrueScale),
		setOrDrop(&o, keyShare, p.Share, p.Share > 0))
	return o, err
}
