<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>turnwise::timeline::Description</name>
    <message numerus="yes">
        <source>%Ln changes in one place. Zoom in to see each.</source>
        <translation>
            <numerusform>%Ln change in one place. Zoom in to see it.</numerusform>
            <numerusform>%Ln changes in one place. Zoom in to see each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Labels</name>
    <message numerus="yes">
        <source>%n wait</source>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n core</numerusform>
            <numerusform>%n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n primitive(s)</source>
        <translation>
            <numerusform>%n primitive</numerusform>
            <numerusform>%n primitives</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TimeText</name>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln step</numerusform>
            <numerusform>%Ln steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TimelinePanel</name>
    <message numerus="yes">
        <source>%n row(s) out of sight</source>
        <translation>
            <numerusform>%n row out of sight</numerusform>
            <numerusform>%n rows out of sight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Caption</name>
    <message numerus="yes">
        <source>On %n core(s)</source>
        <translation>
            <numerusform>On %n core</numerusform>
            <numerusform>On %n cores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::EngineRun</name>
    <message numerus="yes">
        <source>What happened before, %n event(s), is kept.</source>
        <translation>
            <numerusform>What happened before, %n event, is kept.</numerusform>
            <numerusform>What happened before, %n events, is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Find</name>
    <message numerus="yes">
        <source>%n more: type more of what you look for.</source>
        <translation>
            <numerusform>%n more: type more of what you look for.</numerusform>
            <numerusform>%n more: type more of what you look for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Findings</name>
    <message numerus="yes">
        <source>%n preemption(s)</source>
        <translation>
            <numerusform>%n preemption</numerusform>
            <numerusform>%n preemptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n interleaving(s)</source>
        <translation>
            <numerusform>in %n interleaving</numerusform>
            <numerusform>in %n interleavings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OptionBox</name>
    <message numerus="yes">
        <source>at most %n interleaving(s)</source>
        <translation>
            <numerusform>at most %n interleaving</numerusform>
            <numerusform>at most %n interleavings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OutcomeChart</name>
    <message numerus="yes">
        <source>{name}: {ending}, %n interleaving(s)</source>
        <comment>outcome, how it ended</comment>
        <translation>
            <numerusform>{name}: {ending}, %n interleaving</numerusform>
            <numerusform>{name}: {ending}, %n interleavings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Races</name>
    <message numerus="yes">
        <source>No lock is held at any of the %n access(es) to %1.</source>
        <translation>
            <numerusform>No lock is held at the only access to %1.</numerusform>
            <numerusform>No lock is held at any of the %n accesses to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StepPage</name>
    <message numerus="yes">
        <source>%n more variable(s) changed.</source>
        <translation>
            <numerusform>%n more variable changed.</numerusform>
            <numerusform>%n more variables changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StoryView</name>
    <message numerus="yes">
        <source>%n sentence(s) of the beginning are left out.</source>
        <translation>
            <numerusform>One sentence of the beginning is left out.</numerusform>
            <numerusform>%n sentences of the beginning are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TraceReading</name>
    <message numerus="yes">
        <source>The trace was cut off. It is shown as far as it goes, %n event(s).</source>
        <translation>
            <numerusform>The trace was cut off. It is shown as far as it goes, %n event.</numerusform>
            <numerusform>The trace was cut off. It is shown as far as it goes, %n events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opening was stopped. The trace is shown as far as it was read, %n event(s).</source>
        <translation>
            <numerusform>Opening was stopped. The trace is shown as far as it was read, %n event.</numerusform>
            <numerusform>Opening was stopped. The trace is shown as far as it was read, %n events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trace is damaged. It is shown up to the damage, %n event(s).</source>
        <translation>
            <numerusform>The trace is damaged. It is shown up to the damage, one event.</numerusform>
            <numerusform>The trace is damaged. It is shown up to the damage, %n events.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Verdicts</name>
    <message numerus="yes">
        <source>%n kind(s) of problem in %1 interleavings so far.</source>
        <translation>
            <numerusform>One kind of problem in %1 interleavings so far.</numerusform>
            <numerusform>%n kinds of problem in %1 interleavings so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified: all %Ln interleaving(s) were executed, and nothing was found.</source>
        <translation>
            <numerusform>Verified: the only interleaving was executed, and nothing was found.</numerusform>
            <numerusform>Verified: all %Ln interleavings were executed, and nothing was found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of problem; all %1 interleavings were executed.</source>
        <translation>
            <numerusform>One kind of problem; all %1 interleavings were executed.</numerusform>
            <numerusform>%n kinds of problem; all %1 interleavings were executed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interleaving(s)</source>
        <translation>
            <numerusform>%Ln interleaving</numerusform>
            <numerusform>%Ln interleavings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
</TS>
