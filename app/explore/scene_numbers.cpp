// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/explore/scene_numbers.h"

namespace realuid::studio
{

void SceneNumbers::setScene(const Scene& scene, bool resting)
{
    const Detail detail = resting ? Detail::Full : Detail::Draft;
    const auto newer = resting ? widgets::Background::Newer::Follows : m_resting ? widgets::Background::Newer::Replaces : widgets::Background::Newer::Follows;
    m_resting = resting;
    m_atTime.post(
        [this, scene, detail](std::stop_token) -> widgets::Background::Show {
            const IntegratedDistance value = distanceAtTime(scene, detail);
            return [this, scene, value] {
                m_numbers.scene = scene;
                m_numbers.atTime = value;
                Q_EMIT changed();
            };
        },
        newer);
    Scene sameTime = scene;
    sameTime.view = m_ofTotal.view; // the total depends on all but the time shown
    if (m_haveTotal && sameTime == m_ofTotal)
        return;
    const bool plane = scene.dimension() == 2;
    if (plane || !resting)
        m_haveTotal = false;
    if (plane && m_numbers.total) {
        m_numbers.total.reset();
        Q_EMIT changed();
    }
    if (plane && !resting)
        return m_total.cancel();
    m_haveTotal = resting;
    m_ofTotal = scene;
    m_total.post(
        [this, scene, detail](std::stop_token) -> widgets::Background::Show {
            const IntegratedDistance value = distanceInAll(scene, detail);
            return [this, value] {
                m_numbers.total = value;
                Q_EMIT changed();
            };
        },
        newer);
}

} // namespace realuid::studio
