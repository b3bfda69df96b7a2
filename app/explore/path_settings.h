// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/explore/wrong_teacher.h"
#include "core/api/parameter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace realuid::widgets
{
class ParameterPanel;
}

namespace realuid::studio
{

class SceneDocument;

/// The lower part of Explore's left column: the path between noise and data with its options, how both are coupled, and
/// which teacher is wrong in which way.
class PathSettings : public QWidget
{
    Q_OBJECT
public:
    explicit PathSettings(SceneDocument& document, QWidget* parent = nullptr);

private:
    void buildPath(QVBoxLayout& rows);
    void buildCoupling(QVBoxLayout& rows);
    void buildTeacher(QVBoxLayout& rows);
    void showScene();
    void showTeacher();
    void chooseTeacher(int index);
    void editPath(const QString& id, const Value& value, bool resting);
    void editTeacher(const QString& id, const Value& value, bool resting);
    void showCoupling();
    void editCoupling(const QString& id, const Value& value, bool resting);
    TeacherChoice clamped(TeacherChoice choice) const;

    SceneDocument& m_document;
    QComboBox* m_path = nullptr;
    widgets::ParameterPanel* m_options = nullptr;
    QComboBox* m_coupling = nullptr;
    widgets::ParameterPanel* m_couplingValues = nullptr;
    QCheckBox* m_conditional = nullptr;
    QComboBox* m_teacher = nullptr;
    widgets::ParameterPanel* m_amount = nullptr;
};

} // namespace realuid::studio
