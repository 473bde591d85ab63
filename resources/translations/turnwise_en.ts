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
    <name>turnwise::ui::Session</name>
    <message numerus="yes">
        <source>The trace was cut off. It is shown as far as it goes, %n event(s).</source>
        <translation>
            <numerusform>The trace was cut off. It is shown as far as it goes, %n event.</numerusform>
            <numerusform>The trace was cut off. It is shown as far as it goes, %n events.</numerusform>
        </translation>
    </message>
</context>
</TS>
