// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mailbox.h"

namespace realuid::widgets
{

Mailbox::Mailbox(QObject* parent) : QObject(parent) { connect(this, &Mailbox::posted, this, &Mailbox::open, Qt::QueuedConnection); }

void Mailbox::post(Letter letter)
{
    {
        const std::lock_guard lock(m_mutex);
        m_letters.push_back(std::move(letter));
    }
    Q_EMIT posted({});
}

/// One letter for each signal, so that a letter with an event loop of its own (a dialog) holds up none.
void Mailbox::open()
{
    Letter letter;
    {
        const std::lock_guard lock(m_mutex);
        letter = std::move(m_letters.front());
        m_letters.pop_front();
    }
    letter(); // may end this
}

} // namespace realuid::widgets
