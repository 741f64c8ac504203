package tuitest

// Sample is a small engagement in the middle of its fieldwork, for tests that need something to look at.
const Sample = `gapbook: 1
client:
  name: Northwind Analytics
  segment: Mid-market SaaS
  currency: USD
title: Execution gap analysis, spring 2026
consultants: [Dana Ortiz]
started: 2026-03-02
plan_start: 2026-04-06
playbook: sales-execution

people:
  - {id: p-vp, name: Lena Hart, role: leader, title: VP Sales}
  - {id: p-m1, name: Omar Reyes, role: manager}
  - {id: p-r1, name: Marcus Webb, role: rep, team: East}
  - {id: p-r2, name: Ana Sousa, role: rep, team: West}

stages:
  - {id: discovery, name: Discovery, target_conversion: 0.55}
  - {id: proposal, name: Proposal}

audits:
  - id: a-1
    kind: stage
    subject: discovery
    by: Dana Ortiz
    date: 2026-03-03
    checks:
      - {check: exit-criteria-written, rating: 1}
    note: |
      ! nobody can say what ends discovery

interviews:
  - id: i-1
    person: p-r1
    by: Dana Ortiz
    date: 2026-03-04
    answers:
      - question: rep-next-step
        rating: 1
        note: |
          > we just push the date
          ! next steps live in people's heads
          ? ask ops for the close-date change report
  - id: i-2
    person: p-vp
    date: 2026-03-04
    status: planned

calls:
  - id: c-1
    title: Acme discovery
    rep: p-r1
    stage: discovery
    date: 2026-02-18
    checks:
      - {check: mutual-next-step, result: "no", at: "34:10"}

findings:
  - id: f-1
    title: Deals leave discovery without an economic buyer
    practice: mandatory-fields
    stage: discovery
    tag: process
    impact: 5
    ease: 4
    evidence: [a-1/exit-criteria-written]
`
