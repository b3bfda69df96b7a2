// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme.h"

#include "widgets/fusion_style.h"

#include <numbers>
#include <algorithm>
#include <QApplication>
#include <QFont>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QVariant>

#include <array>
#include <cmath>

namespace realuid::widgets
{
namespace
{

constexpr const char* kThemeProperty = "realuidTheme";
constexpr const char* kFontProperty = "realuidSystemFont";

struct RoleRow {
    const char* light;
    const char* dark;
    const char* lightText;
    Qt::PenStyle line;
    double width;
    Marker marker;
};

constexpr std::array<RoleRow, 5> kRoles{{
    {"#0072B2", "#56B4E9", "#005A8F", Qt::SolidLine, 1.75, Marker::Circle},
    {"#D55E00", "#F0954D", "#A84300", Qt::DashLine, 1.75, Marker::Triangle},
    {"#009E73", "#3CC9A0", "#00694D", Qt::SolidLine, 1.75, Marker::Square},
    {"#AA4499", "#D78AD6", "#8A2E7E", Qt::DotLine, 2, Marker::Diamond},
    {"#7F7F7F", "#A0A6B0", "#5F6773", Qt::SolidLine, 1, Marker::Dot},
}};

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QPalette paletteOf(const Surfaces& s)
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& color) { palette.setColor(role, color); };
    set(QPalette::Window, s.background);
    set(QPalette::Base, s.card);
    set(QPalette::AlternateBase, s.background);
    set(QPalette::Button, s.field);
    set(QPalette::ToolTipBase, s.card);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        set(role, s.text);
    set(QPalette::BrightText, s.fault);
    set(QPalette::PlaceholderText, s.quietText);
    set(QPalette::Highlight, s.accent);
    set(QPalette::HighlightedText, s.onAccent);
    set(QPalette::Link, s.accent);
    set(QPalette::LinkVisited, s.accent);
    set(QPalette::Mid, s.rule);
    set(QPalette::Midlight, s.accentSoft);
    set(QPalette::Light, s.card);
    set(QPalette::Dark, s.rule.darker(120));
    set(QPalette::Shadow, s.rule.darker(140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, s.quietText);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, s.rule);
    return palette;
}

} // namespace

QPen RoleStyle::pen() const { return QPen(color, width, line, Qt::FlatCap, Qt::RoundJoin); }

RoleStyle roleStyle(Role role, Theme theme)
{
    const RoleRow& row = kRoles[static_cast<std::size_t>(role)];
    const bool dark = theme == Theme::Dark;
    return {QColor(dark ? row.dark : row.light), QColor(dark ? row.dark : row.lightText), row.line,
            row.width * lineScale(theme), row.marker};
}

void paintMarker(QPainter& painter, Marker marker, QPointF c, double size)
{
    const double r = size / 2;
    switch (marker) {
    case Marker::Circle:
        painter.drawEllipse(c, r, r);
        break;
    case Marker::Triangle:
        painter.drawPolygon(QPolygonF{c + QPointF(0, -r), c + QPointF(r, r * 0.8), c + QPointF(-r, r * 0.8)});
        break;
    case Marker::Square:
        painter.drawRect(QRectF(c.x() - r * 0.9, c.y() - r * 0.9, r * 1.8, r * 1.8));
        break;
    case Marker::Diamond:
        painter.drawPolygon(QPolygonF{c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)});
        break;
    case Marker::Dot:
        painter.drawEllipse(c, r / 2, r / 2);
        break;
    }
}

void paintTrack(QPainter& painter, double left, double right, double y, double at, const QColor& chosen, const QColor& rest)
{
    constexpr double kThin = 2, kThick = 4;
    painter.setPen(Qt::NoPen);
    painter.setBrush(rest);
    painter.drawRoundedRect(QRectF(left, y - kThin / 2, right - left, kThin), kThin / 2, kThin / 2);
    painter.setBrush(chosen);
    painter.drawRoundedRect(QRectF(left, y - kThick / 2, at - left, kThick), kThick / 2, kThick / 2);
}

const Surfaces& surfaces(Theme theme)
{
    static const std::array<Surfaces, 3> table{{
        {"#F4F5F7", "#FFFFFF", "#FFFFFF", "#23272E", "#5F6773", "#E0E3E8", "#838A95", "#1F6FD6", "#FFFFFF", "#EAF1FC", "#1A7340",
         "#8A5300", "#B3261E"},
        {"#15181D", "#1E2228", "#262B33", "#E6E8EC", "#9AA3AF", "#30363F", "#707985", "#5B9BF3", "#10141A", "#25303F", "#5CC98B",
         "#F0B35A", "#FF8A80"},
        {"#FFFFFF", "#FFFFFF", "#FFFFFF", "#000000", "#3A3F47", "#A8ADB5", "#6B7078", "#0B4FA8", "#FFFFFF", "#E3EDFB", "#0D5A2E",
         "#6B4000", "#9B1B14"},
    }};
    return table[static_cast<std::size_t>(theme)];
}

QColor directionColor(double turns, Theme theme)
{
    const double lightness = theme == Theme::Dark ? 0.76 : 0.6, chroma = 0.115, angle = 2 * std::numbers::pi * turns;
    const double a = chroma * std::cos(angle), b = chroma * std::sin(angle);
    const double l = std::pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3), m = std::pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3),
                 s = std::pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
    const auto encoded = [](double linear) {
        const double v = std::clamp(linear, 0.0, 1.0);
        return static_cast<float>(v <= 0.0031308 ? 12.92 * v : 1.055 * std::pow(v, 1 / 2.4) - 0.055);
    };
    return QColor::fromRgbF(encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s), encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                            encoded(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

double lineScale(Theme theme) { return theme == Theme::Projector ? 2 : 1; }
double typeScale(Theme theme) { return theme == Theme::Projector ? 1.4 : 1; }

void applyTheme(QApplication& app, Theme theme)
{
    if (!app.property(kFontProperty).isValid())
        app.setProperty(kFontProperty, QApplication::font());
    QFont font = app.property(kFontProperty).value<QFont>();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * typeScale(theme));
    else
        font.setPixelSize(qRound(font.pixelSize() * typeScale(theme)));
    app.setProperty(kThemeProperty, static_cast<int>(theme));
    QApplication::setStyle(new FusionStyle);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(surfaces(theme)));
}

Theme appliedTheme()
{
    return static_cast<Theme>(qApp ? qApp->property(kThemeProperty).toInt() : 0);
}

Theme systemTheme(QApplication& app)
{
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    if (app.property(kThemeProperty).isValid())
        QApplication::setPalette(ours);
    return luminance(system.color(QPalette::Window)) < luminance(system.color(QPalette::WindowText)) ? Theme::Dark
                                                                                                     : Theme::Light;
}

} // namespace realuid::widgets
