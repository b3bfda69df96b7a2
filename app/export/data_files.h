// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_request.h"
#include "app/export/figure_source.h"
#include "widgets/data_table.h"

#include <span>

namespace realuid::studio
{

/// A file of plotted numbers.
struct DataFile {
    QString path;
    widgets::DataTable table;
};

/// The tables of the panels, beside `figure`: dir/name.pdf gets dir/name-densities.csv, dir/name-fields-field_teacher.csv.
std::vector<DataFile> dataFiles(const QString& figure, std::span<const FigurePanel> panels, DataFormat format);

/// CSV: a header line, then a line a row. NPY: an array of records, whose fields are the columns (`a["x"]`). Error where
/// it cannot be written.
void writeDataFile(const DataFile& file, bool overwrite);

} // namespace realuid::studio
