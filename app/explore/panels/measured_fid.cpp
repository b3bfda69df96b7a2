// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/panels/measured_fid.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <limits>

namespace realuid::studio
{
namespace
{

FidTable tableOf(const QJsonObject& json)
{
    FidTable table{json[QLatin1String("stage")].toString(), json[QLatin1String("setting")].toString(), {}};
    for (const QJsonValue& row : json[QLatin1String("rows")].toArray())
        table.entries.push_back({row[0].toDouble(), row[1].toDouble(), row[2].toDouble(std::numeric_limits<double>::quiet_NaN())});
    return table;
}

MeasuredFid readResource()
{
    QFile file(QStringLiteral(":/data/measured_fid.json"));
    file.open(QIODevice::ReadOnly);
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    MeasuredFid out{json[QLatin1String("source")].toString(), {}};
    for (const QJsonValue& table : json[QLatin1String("tables")].toArray())
        out.tables.push_back(tableOf(table.toObject()));
    return out;
}

} // namespace

const MeasuredFid& measuredFid()
{
    static const MeasuredFid measured = readResource();
    return measured;
}

} // namespace realuid::studio
