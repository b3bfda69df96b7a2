// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notice.h"

#include "widgets/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace realuid::widgets
{
namespace
{

QColor edgeColor(Notice::Kind kind, const Surfaces& s)
{
    switch (kind) {
    case Notice::Kind::Good:
        return s.good;
    case Notice::Kind::Warning:
        return s.warning;
    case Notice::Kind::Fault:
        return s.fault;
    case Notice::Kind::Meaning:
        break;
    }
    return s.accent;
}

} // namespace

Notice::Notice(QWidget* parent) : QFrame(parent), m_label(new QLabel), m_action(new QPushButton)
{
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_action->hide();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(kBetween - kGrid, kInside, kInside, kInside);
    rows->setSpacing(kInside);
    rows->addWidget(m_label);
    rows->addWidget(m_action, 0, Qt::AlignLeft);
    connect(m_action, &QPushButton::clicked, this, &Notice::actionTriggered);
}

void Notice::setNotice(Kind kind, const QString& heading, const QString& text)
{
    m_kind = kind;
    const QString separator = heading.isEmpty() || text.isEmpty() ? QString() : QStringLiteral(" ");
    m_label->setText(QStringLiteral("<b>%1</b>%2%3").arg(heading.toHtmlEscaped(), separator, text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))));
    const QString word = kind == Kind::Warning ? tr("Warning") : kind == Kind::Fault ? tr("Fault") : QString();
    setAccessibleName(word.isEmpty() ? heading : word + QStringLiteral(": ") + heading);
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

void Notice::setAction(const QString& verb)
{
    m_action->setText(verb);
    m_action->setVisible(!verb.isEmpty());
}

QString Notice::text() const
{
    return accessibleName() + QLatin1Char('\n') + accessibleDescription();
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Surfaces& s = surfaces(appliedTheme());
    const QColor edge = edgeColor(m_kind, s);
    QColor fill = s.accentSoft;
    if (m_kind != Kind::Meaning) {
        const double part = 0.12; // of the edge's colour in the card's
        fill = QColor::fromRgbF(static_cast<float>(edge.redF() * part + s.card.redF() * (1 - part)),
                                static_cast<float>(edge.greenF() * part + s.card.greenF() * (1 - part)),
                                static_cast<float>(edge.blueF() * part + s.card.blueF() * (1 - part)));
    }
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), kControlRadius, kControlRadius);
    painter.setClipPath(shape);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, 3, height()), edge);
}

} // namespace realuid::widgets
