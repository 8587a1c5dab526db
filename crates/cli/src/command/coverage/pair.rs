//! One pair: every promise between the two with the derivation of its cell.

use serde_json::{Value, json};

use sponsio_law::guarantee::{Account, Mark, Row, account};

use super::data;
use super::matrix::head;
use super::question::{Answered, Matrix};
use super::rows;
use crate::args::Format;
use crate::command::question::participant;
use crate::failure::{Failure, Kind};
use crate::layout::{labelled, paragraph};
use crate::print::Console;
use crate::wording::{guarantee, say};

/// Answers why the cells of a pair are as they are.
pub(super) fn run(
    answered: &Answered,
    (from, to): (&str, &str),
    form: Format,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let member = |code: &str| -> Result<usize, Failure> {
        let party = participant(&answered.words, &answered.register, code)?;
        answered.coverage.member(party).ok_or_else(|| {
            Failure::new(
                Kind::NotFound,
                say!(answered.words, "not-a-member", id = code),
            )
        })
    };
    let (from, to) = (member(from)?, member(to)?);
    let rows = &answered.coverage.rows;
    let named: Vec<&Row> = rows
        .iter()
        .filter(|row| answered.coverage.mark(row, from, to) != Mark::Nothing)
        .collect();
    if form == Format::Json {
        let cells = named
            .iter()
            .filter_map(|row| data::one(answered.matrix(), row, from, to));
        return Ok(console.json(&json!({
            "at": answered.coverage.at.to_string(),
            "obligor": answered.code(from),
            "beneficiary": answered.code(to),
            "strongest": answered.coverage.strongest(from, to).label(),
            "cells": cells.collect::<Vec<Value>>(),
        }))?);
    }
    if form == Format::Csv {
        let (from, to) = (answered.code(from).to_owned(), answered.code(to).to_owned());
        let cells = rows::rows(answered.matrix()).filter(|row| row[2] == from && row[3] == to);
        return console.csv(rows::COLUMNS, cells);
    }
    let mut text = head(answered);
    for row in named.iter().copied() {
        let found = account(&answered.register, &answered.coverage, row, from, to);
        if let Some(found) = found {
            text.push('\n');
            text += &labelled(&said(answered.matrix(), row, &found), answered.width);
        }
    }
    if named.is_empty() {
        text.push('\n');
        let line = say!(
            answered.words,
            "pair-nothing",
            from = answered.code(from),
            to = answered.code(to)
        );
        text += &paragraph(&line, answered.width);
    }
    Ok(console.text(&text)?)
}

/// The derivation of a cell in labelled lines.
pub(crate) fn said(answered: Matrix<'_>, row: &Row, found: &Account) -> Vec<(String, String)> {
    let (voice, register) = (answered.voice(), answered.register);
    guarantee::account(voice, register, answered.coverage, row, found)
}
