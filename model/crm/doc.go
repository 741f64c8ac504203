// Package crm reads a client's CRM export into a funnel snapshot. It knows the layouts that real systems hand over, asks
// nothing that the file itself can answer, guesses nothing that it cannot, and says in plain sentences what it understood
// and what it left out. It reads from what it is given, writes nothing, and imports only the domain types of model.
//
// # The road
//
// One streaming pass: bytes -> text (encoding.go) -> records (records.go) -> header and layout (header.go, layout.go) ->
// events (one file per layout) -> collector (collect.go), which keeps 40 bytes for each event of a deal and no row. When all
// files are read, the dates are settled (order.go), the stages matched (match.go) or proposed (propose.go), each deal's
// events put in order (history.go), completed by what their rows say of other times (complete.go), turned into steps
// (deal.go), and counted (measure.go). Leads go beside this road: leads.go reads them, leads_count.go counts them.
// A new layout is one file with a recogniser (headers in, decoder out) and one line in the list of layouts. A header that is
// clearly of a layout and lacks what it needs is refused, so that no general layout takes it for less than it is.
//
// Rows may come in any order, so events are kept until the end, at 40 bytes each. Of the edits of a deal in one stage only
// those are kept that matter, as long as its rows run one way (squeeze.go), so that memory grows with the deals and the stages
// they were in, and not with the rows. Rows in no order, a horizon, a split and edits of single fields keep every event.
//
// # Decisions
//
// Deals. A deal is created on the day in its Created column, if there is one (the earliest, if rows differ), else on the day
// of its first event. The period (both days included) filters by creation; it defaults to the first and last creation day
// of the file. Salesforce ids of 18 characters are cut to the 15 that identify the record, so that a report and an object
// export of the same deals meet.
//
// Order. Events go by their own clock: offsets and zone names are dropped, never applied. Equal times keep the order of
// the file; in a file that mostly runs backwards (newest first), the reverse of it. A row that repeats another in time,
// stage, money, dates and row id is a duplicate and counts once.
//
// Stages. Furthest is the latest stage in pipeline order that the deal ever entered; an entry into won, even one undone
// later, is beyond the last stage, so such a deal has advanced from every stage. The deal's state now (won, lost, open) is
// that of its latest event: reopened after closing is open, won and then lost is lost. A deal that was never seen in an open
// stage and is lost or open counts in the totals and in no stage, and a note says how many.
//
// Closing. A stage is won or lost by the explicit map, else by the usual names, else by flags (IsWon with IsClosed, or
// Status) if every row with that stage is closed. A deal whose latest row stands in a pipeline stage and carries a flag
// (as Pipedrive writes it) is closed in that stage; its stay there is complete only where an earlier row in the same stage
// was not yet flagged, else the day of closing is unknown.
//
// Days. A stay runs from the day a stage is entered to the day the deal is next in another stage, won or lost: whole
// calendar days by the rows' own clock, so the same day is 0. Visits of one deal to one stage are added up. A deal that now
// stands in the stage is left out of that stage's days, earlier visits included. A skipped stage has no days. Medians
// average the middle two; the 75th and 90th percentile are nearest rank. Cycle is created to the last entry into won, over
// deals now won; a deal won before it was created is left out of it, and a note says so.
//
// Edits. A row that does not change the stage moves the close date and the amount, also after closing. A blank, `TBD` or
// unreadable cell says nothing: the last value stands. Stages mapped to "ignore" make their rows edits.
//
// Slipped. Of the deals that reached s: the latest close date lies in a later calendar month than the close date the deal
// had on its first entry into s, or, where s was skipped, on the first entry into any later stage or won. A deal without a
// close date at that time has not slipped. Without any close dates, slippage is absent.
//
// Money. The amount of a deal is its latest; won_amount adds those of deals now won, in the client's currency. Another
// currency needs a rate, else the deal counts everywhere but in money. The currency is the row's code, else a code or
// unmistakable sign in the amount, else the code in the column's name (amount_usd), else the client's. A single separator
// before exactly three digits (1.234) is a thousands separator unless the column shows it to be the decimal one.
//
// Dates. 03/04/2026 is read by what the rest of its column shows; a column that shows nothing is read as another date column
// of the same file that writes dates the same way; else OrderError names both readings. Dates with points are day first
// unless the column shows otherwise. Two-digit years up to 69 are 20xx.
//
// Horizon. Events later than so many days after creation are not seen, so neither are their amounts and close dates.
//
// Pipelines. Stages of one name are one stage in all pipelines, unless a map names the pipeline too. A pipeline of which
// every open stage is ignored is ignored with its closed deals. Stages are proposed from the pipeline with the most deals and
// those that have no other stages than it.
//
// Departures. A row that names the stage which was left says that the deal was in it. The first such stage was entered on
// the creation day, with the first close date known; where nobody knows that day, the deal is dated by its first change and
// left out of the days in that stage and of the cycle. A stage that is left and was never entered was entered on an unknown
// day: it is reached, and the days around it are left out. Changes at one moment are put in order as a chain from stage to
// stage. A deal without any change is where it stands today, if a column or a list beside the history says so.
//
// Names. A Salesforce report without an id tells deals apart by name, with a note; next to a file that has ids it is refused.
//
// Edits of one field (Field History). What one save changed holds together: a stage is entered with the close date of the
// same moment. The old value of the first edit is the close date from creation on; one that was never edited is unknown, and
// has not slipped. Amounts are those of the edits, and the report's Amount column where there is one.
//
// Wide. HubSpot keeps the latest entry into each stage, so earlier visits are not seen, and the present close date only, so
// slippage is absent. A deal counts in its own pipeline, in which the dates of others are passed over. Its stage today is
// the last of its course; where dates say otherwise, or there is none, it was entered on an unknown day. Stages with equal
// dates go in the order of the pipeline. A deal without any dates is one of a list.
//
// Leads. An MQL is a lead with a date of becoming one; without such dates, one whose present status says so or comes later;
// without such statuses, every lead. An SQL is an MQL with a date of becoming one, or converted, or, without dates, of such a
// status. They count in a snapshot's period by the day of becoming an MQL, else of creation. SQLs that never were MQLs are
// left out. Hours to the first response run from becoming an MQL, else from creation, by the file's own clock. Leads are
// recognised among the files; alone they are refused, unless Options.LeadsInto names the snapshot that takes them.
//
// Splits. With Options.By every deal is counted once more, whole, for the owner, team or segment that its latest row names;
// a list beside the history comes after it. A deal of which no row names one is in the group model.NoGroup.
//
// Milestones. A mutual action plan goes beside this road too: milestones.go reads one list of a deal's steps, pasted or from a
// file, with the same words for dates. Whose a step is stands for a side only where a word for that side, or the name of
// someone who sells, says so.
//
// Lists. A deal list holds one present stage for each deal: conversion counts, days, slippage and cycle are absent. Next to a
// history it adds creation days and missing amounts, and the deals of which there is no history; stages of deals with a
// history come from the history alone. A file whose only date is that of the last change, with one row a deal, is a list.
package crm
