// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/train/run_setup.h"

#include "app/shell/texts.h"
#include "core/io/run_json.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <filesystem>

namespace realuid::studio
{
namespace
{
namespace fs = std::filesystem;

/// 0.94 -> "094", 0.945 -> "0945"
QString digits(double value)
{
    QString text = QString::number(value, 'f', 4);
    while (text.endsWith(u'0') && text.size() > 4)
        text.chop(1);
    return text.remove(u'.');
}

/// `F:STATE` without its state, unless a file of the whole name exists.
fs::path fileOf(const std::string& checkpoint)
{
    const auto colon = checkpoint.rfind(':');
    if (colon == std::string::npos || fs::exists(checkpoint))
        return checkpoint;
    return checkpoint.substr(0, colon);
}

void checkFile(const char* field, const std::string& name, bool folderToo, std::vector<Fault>& faults)
{
    std::error_code error;
    const fs::path path = folderToo ? fs::path(name) : fileOf(name);
    if (name.empty())
        faults.push_back({field, {}, {REALUID_TEXT("must be chosen")}});
    else if (folderToo && name == "shapes")
        return; // the built-in data set
    else if (!fs::exists(path, error))
        faults.push_back({field, name, {REALUID_TEXT("is not there")}});
    else if (!folderToo && fs::is_directory(path, error))
        faults.push_back({field, name, {REALUID_TEXT("is a folder; a checkpoint file is needed")}});
}

void checkFolder(const std::string& name, std::vector<Fault>& faults)
{
    std::error_code error;
    if (name.empty())
        faults.push_back({"run", {}, {REALUID_TEXT("must be chosen")}});
    else if (fs::exists(name, error) && !(fs::is_directory(name, error) && fs::is_empty(name, error)))
        faults.push_back({"run", name, {REALUID_TEXT("exists already; a run never overwrites another, choose a new folder")}});
}

QString quoted(const std::string& word)
{
    const QString text = toQString(word);
    static const QString plain = QStringLiteral("-_./:,=+@%");
    const bool safe = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.isLetterOrNumber() && c.unicode() < 128) || plain.contains(c);
    });
    return safe ? text : u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

template <class S>
void addChanged(std::span<const Parameter<S>> table, const S& values, const S& defaults, QStringList& words)
{
    for (const Parameter<S>& row : table)
        if (!(row.get(values) == row.get(defaults)))
            words << QStringLiteral("--") + toQString(kebabCase(row.info.id)) << quoted(valueText(row.get(values)));
}

} // namespace

QString defaultRunFolder(const RunRequest& request, const QDate& day)
{
    const Coefficients c = coefficients(request.loss);
    const QString kind = request.kind == RunKind::Teacher
                             ? QStringLiteral("teacher")
                             : QStringLiteral("a%1-b%2").arg(digits(c.alpha), digits(c.beta));
    const QString base = QStringLiteral("runs/%1-%2").arg(day.toString(Qt::ISODate), kind);
    QString name = base;
    std::error_code error;
    for (int i = 2; fs::exists(name.toStdString(), error); ++i)
        name = base + u'-' + QString::number(i);
    return name;
}

bool isDefaultRunFolder(const std::string& directory)
{
    static const QRegularExpression pattern(QStringLiteral("^runs/\\d{4}-\\d\\d-\\d\\d-(teacher|a\\d+-b\\d+)(-\\d+)?$"));
    return pattern.match(toQString(directory)).hasMatch();
}

std::vector<Fault> check(const RunRequest& request)
{
    std::vector<Fault> faults;
    const bool distil = request.kind == RunKind::Distil;
    if (distil)
        checkFile("teacher", request.teacher, false, faults);
    checkFile("data", request.data, true, faults);
    if (!request.source.empty() && !madeSource(request.source))
        checkFile("source", request.source, true, faults);
    checkFolder(request.directory, faults);
    if (distil) {
        const std::vector<Fault> loss = realuid::check(request.loss);
        faults.insert(faults.end(), loss.begin(), loss.end());
    }
    const std::vector<Fault> training = realuid::check(request.training);
    faults.insert(faults.end(), training.begin(), training.end());
    return faults;
}

QString commandLine(const RunRequest& request)
{
    const bool distil = request.kind == RunKind::Distil;
    QStringList words{QStringLiteral("realuid"), distil ? QStringLiteral("distil") : QStringLiteral("teacher")};
    if (distil)
        words << QStringLiteral("--teacher") << quoted(request.teacher);
    words << QStringLiteral("--data") << quoted(request.data) << QStringLiteral("--run") << quoted(request.directory);
    if (!request.source.empty())
        words << QStringLiteral("--source") << quoted(request.source);
    if (distil && !request.initGenerator.empty())
        words << QStringLiteral("--init-generator") << quoted(request.initGenerator);
    if (distil && request.initFake != RunRequest{}.initFake)
        words << QStringLiteral("--init-fake") << quoted(request.initFake);
    if (distil)
        addChanged(lossParameters(), request.loss, Loss{}, words);
    addChanged(trainingParameters(), request.training, distil ? TrainingParameters{} : teacherDefaults(), words);
    return words.join(u' ');
}

} // namespace realuid::studio
