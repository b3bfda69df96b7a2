// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/data_files.h"

#include "core/io/csv.h"
#include "core/io/npy.h"
#include "widgets/plot_view.h"

#include <QFileInfo>

namespace realuid::studio
{

std::vector<DataFile> dataFiles(const QString& figure, std::span<const FigurePanel> panels, DataFormat format)
{
    std::vector<DataFile> files;
    if (format == DataFormat::None)
        return files;
    const QFileInfo info(figure);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    for (const FigurePanel& panel : panels)
        for (widgets::DataTable& table : panel.view->data()) {
            if (table.rows() == 0)
                continue;
            QString path = stem + u'-' + panel.id;
            if (!table.name.isEmpty())
                path += u'-' + table.name;
            path += format == DataFormat::Csv ? QStringLiteral(".csv") : QStringLiteral(".npy");
            files.push_back({path, std::move(table)});
        }
    return files;
}

void writeDataFile(const DataFile& file, bool overwrite)
{
    CsvTable table;
    for (const widgets::DataColumn& column : file.table.columns)
        table.header.push_back(column.name.toStdString());
    const std::size_t rows = file.table.rows();
    table.values.reserve(rows * table.header.size());
    for (std::size_t row = 0; row < rows; ++row)
        for (const widgets::DataColumn& column : file.table.columns)
            table.values.push_back(column.values[row]);
    const std::filesystem::path path = file.path.toStdString();
    if (path.extension() == ".csv")
        writeCsv(path, table, overwrite);
    else
        writeNpyRecords(path, table.header, table.values, overwrite);
}

} // namespace realuid::studio
