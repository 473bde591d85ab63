<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Examples</name>
    <message>
        <source>The current thread</source>
        <translation>当前线程</translation>
    </message>
    <message>
        <source>Ten threads, ten identifiers</source>
        <translation>十个线程，十个标识符</translation>
    </message>
    <message>
        <source>An identifier is used again</source>
        <translation>标识符被重用</translation>
    </message>
    <message>
        <source>enumerate() and active_count()</source>
        <translation>enumerate() 与 active_count()</translation>
    </message>
    <message>
        <source>settrace() and setprofile()</source>
        <translation>settrace() 与 setprofile()</translation>
    </message>
    <message>
        <source>TIMEOUT_MAX</source>
        <translation>TIMEOUT_MAX</translation>
    </message>
    <message>
        <source>Thread-local data</source>
        <translation>线程局部数据</translation>
    </message>
    <message>
        <source>Thread with a target</source>
        <translation>带 target 的线程</translation>
    </message>
    <message>
        <source>Subclass with run()</source>
        <translation>重写 run() 的子类</translation>
    </message>
    <message>
        <source>Name and daemon</source>
        <translation>名称与守护标志</translation>
    </message>
    <message>
        <source>Daemon stopped at exit</source>
        <translation>守护线程在退出时被停止</translation>
    </message>
    <message>
        <source>start() called twice</source>
        <translation>start() 调用两次</translation>
    </message>
    <message>
        <source>join() with a timeout</source>
        <translation>带超时的 join()</translation>
    </message>
    <message>
        <source>Threads that calculate</source>
        <translation>只做计算的线程</translation>
    </message>
    <message>
        <source>Threads that wait</source>
        <translation>只在等待的线程</translation>
    </message>
    <message>
        <source>A lock</source>
        <translation>一把锁</translation>
    </message>
    <message>
        <source>Releasing a free lock</source>
        <translation>释放空闲的锁</translation>
    </message>
    <message>
        <source>Reentrant lock</source>
        <translation>可重入锁</translation>
    </message>
    <message>
        <source>Producer and consumer</source>
        <translation>生产者与消费者</translation>
    </message>
    <message>
        <source>Queue of orders</source>
        <translation>订单队列</translation>
    </message>
    <message>
        <source>Three at a time</source>
        <translation>同时最多三个</translation>
    </message>
    <message>
        <source>Bounded semaphore</source>
        <translation>有界信号量</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>等待服务器</translation>
    </message>
    <message>
        <source>The with statement</source>
        <translation>with 语句</translation>
    </message>
    <message>
        <source>Meeting at a barrier</source>
        <translation>在屏障处会合</translation>
    </message>
    <message>
        <source>A timer fires</source>
        <translation>定时器触发</translation>
    </message>
    <message>
        <source>A timer is cancelled</source>
        <translation>取消定时器</translation>
    </message>
    <message>
        <source>Lost update</source>
        <translation>丢失的更新</translation>
    </message>
    <message>
        <source>Deadlock of two locks</source>
        <translation>两把锁的死锁</translation>
    </message>
    <message>
        <source>Dining philosophers</source>
        <translation>哲学家就餐</translation>
    </message>
    <message>
        <source>An exception in a thread</source>
        <translation>线程中的异常</translation>
    </message>
    <message>
        <source>Module-level functions</source>
        <translation>模块级函数</translation>
    </message>
    <message>
        <source>Creating threads</source>
        <translation>创建线程</translation>
    </message>
    <message>
        <source>Thread objects</source>
        <translation>线程对象</translation>
    </message>
    <message>
        <source>The GIL</source>
        <translation>全局解释器锁 GIL</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock 锁</translation>
    </message>
    <message>
        <source>RLock</source>
        <translation>RLock 可重入锁</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition 条件变量</translation>
    </message>
    <message>
        <source>Semaphore</source>
        <translation>Semaphore 信号量</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Event 事件</translation>
    </message>
    <message>
        <source>with statement</source>
        <translation>with 语句</translation>
    </message>
    <message>
        <source>Barrier</source>
        <translation>Barrier 屏障</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Timer 定时器</translation>
    </message>
    <message>
        <source>Things that go wrong</source>
        <translation>常见的错误</translation>
    </message>
    <message>
        <source>The main program runs in a thread too; a repr shows class, name, state and identifier.</source>
        <translation>主程序也运行在一个线程里；repr 显示类、名称、状态和标识符。</translation>
    </message>
    <message>
        <source>Ten threads that are alive at the same time have ten different identifiers.</source>
        <translation>同时存活的十个线程有十个不同的标识符。</translation>
    </message>
    <message>
        <source>Each thread ends before the next one starts, so the next one gets the same number again.</source>
        <translation>每个线程都在下一个启动之前结束，所以下一个又得到同样的数字。</translation>
    </message>
    <message>
        <source>enumerate() lists the threads that are alive: not those still to be started, not those that ended.</source>
        <translation>enumerate() 列出存活的线程：不含尚未启动的，也不含已经结束的。</translation>
    </message>
    <message>
        <source>Threads started after settrace() report each of their lines, after setprofile() each call.</source>
        <translation>在 settrace() 之后启动的线程会报告每一行，在 setprofile() 之后则报告每次调用。</translation>
    </message>
    <message>
        <source>No wait may be longer than TIMEOUT_MAX: a greater timeout raises OverflowError at once.</source>
        <translation>任何等待都不能超过 TIMEOUT_MAX：更大的超时会立即引发 OverflowError。</translation>
    </message>
    <message>
        <source>One object, yet each thread finds in it only the attributes that it stored itself.</source>
        <translation>同一个对象，但每个线程在其中只看到自己存入的属性。</translation>
    </message>
    <message>
        <source>A thread calls its target with args and kwargs; start() returns while the target still runs.</source>
        <translation>线程用 args 和 kwargs 调用 target；target 还在运行时 start() 就已返回。</translation>
    </message>
    <message>
        <source>A subclass overrides run() and nothing else but __init__(); start() calls run() in the new thread.</source>
        <translation>子类只重写 run()，至多再加 __init__()；start() 在新线程里调用 run()。</translation>
    </message>
    <message>
        <source>A name is only a label and may change; the daemon flag is fixed once the thread has started.</source>
        <translation>名称只是标签，可以更改；线程启动之后守护标志就不能再改。</translation>
    </message>
    <message>
        <source>The program ends when only daemons are left, and cuts them off: not even `finally` is reached.</source>
        <translation>只剩守护线程时程序就结束，并把它们强行切断：连 `finally` 也来不及执行。</translation>
    </message>
    <message>
        <source>A thread object runs once in its life: a second start() raises RuntimeError. Make a new one.</source>
        <translation>线程对象一生只运行一次：第二次 start() 引发 RuntimeError。请另建一个。</translation>
    </message>
    <message>
        <source>join(timeout) gives up waiting, not the thread: it returns None either way, so ask is_alive().</source>
        <translation>join(timeout) 放弃的是等待，而不是线程：两种情况都返回 None，所以要问 is_alive()。</translation>
    </message>
    <message>
        <source>A thread that waits gives the GIL away, so five waits of a second take one second, not five.</source>
        <translation>等待的线程会让出 GIL，所以五个一秒的等待总共只用一秒，而不是五秒。</translation>
    </message>
    <message>
        <source>Only the owner of the lock is between acquire and release, so no deposit is lost.</source>
        <translation>只有锁的持有者能处于 acquire 与 release 之间，所以没有一笔存款丢失。</translation>
    </message>
    <message>
        <source>Nobody holds the lock when it is released again: RuntimeError, and the main thread is over.</source>
        <translation>再次释放时已没有人持有这把锁：引发 RuntimeError，主线程随之结束。</translation>
    </message>
    <message>
        <source>Its owner may acquire an RLock again; others get it when every acquire has had its release.</source>
        <translation>RLock 的持有者可以再次获取它；每次获取都释放之后，其他线程才能得到它。</translation>
    </message>
    <message>
        <source>wait() gives the lock away, and has it again when it returns; then the loop looks once more.</source>
        <translation>wait() 会交出锁，返回时又重新持有它；然后循环再检查一次条件。</translation>
    </message>
    <message>
        <source>A queue.Queue does the waiting for you: put() blocks while it is full, get() while it is empty.</source>
        <translation>queue.Queue 替你等待：满了时 put() 阻塞，空了时 get() 阻塞。</translation>
    </message>
    <message>
        <source>Never more than three threads are inside: each of the others waits until one of them leaves.</source>
        <translation>里面的线程从不超过三个：其余的每一个都要等到其中一个离开。</translation>
    </message>
    <message>
        <source>A Semaphore does not notice one release too many; a BoundedSemaphore raises ValueError.</source>
        <translation>Semaphore 察觉不到多余的释放；BoundedSemaphore 会引发 ValueError。</translation>
    </message>
    <message>
        <source>One set() wakes every client at once; a client that is not woken in time tries again by itself.</source>
        <translation>一次 set() 唤醒所有客户端；没有及时被唤醒的客户端会自己再试。</translation>
    </message>
    <message>
        <source>`with` is short for acquire, try, finally, release: the two functions do exactly the same.</source>
        <translation>`with` 是 acquire、try、finally、release 的简写：两个函数做的事完全一样。</translation>
    </message>
    <message>
        <source>Nobody passes the barrier before all three have come; then all three go on together.</source>
        <translation>三个线程到齐之前谁也过不了屏障；到齐之后一起继续。</translation>
    </message>
    <message>
        <source>A Timer is a thread that waits before it calls its function; the program does not end before it.</source>
        <translation>Timer 是一个先等待再调用函数的线程；在它之前程序不会结束。</translation>
    </message>
    <message>
        <source>cancel() works while the Timer still waits: after four of its five seconds it ends without a call.</source>
        <translation>Timer 还在等待时 cancel() 才有效：五秒过了四秒，它不调用函数就结束了。</translation>
    </message>
    <message>
        <source>A thread that is interrupted between its read and its write undoes what others counted meanwhile.</source>
        <translation>线程在读与写之间被打断，就会抹掉其他线程在此期间的计数。</translation>
    </message>
    <message>
        <source>Each thread holds the lock that the other one needs, so both wait for ever: a deadlock.</source>
        <translation>每个线程都持有对方需要的锁，于是双方永远等下去：死锁。</translation>
    </message>
    <message>
        <source>Everybody holds the left fork and waits for the right one: a ring of five, which one could break.</source>
        <translation>人人都拿着左边的叉子等右边的：五个人形成一个环，只要打破一处就能解开。</translation>
    </message>
    <message>
        <source>An uncaught error ends its own thread only: the others go on, and so does the main thread.</source>
        <translation>未捕获的错误只终止它自己的线程：其他线程继续，主线程也不受影响。</translation>
    </message>
    <message>
        <source>Priority inversion</source>
        <translation>优先级反转</translation>
    </message>
    <message>
        <source>high waits for the lock of low, but medium keeps low from running: inheriting priorities helps.</source>
        <translation>high 等待 low 的锁，而 medium 让 low 无法运行：优先级继承可以解决。</translation>
    </message>
    <message>
        <source>Threads that only calculate take turns with the GIL: four together need four times as long as one.</source>
        <translation>只做计算的线程轮流持有 GIL：四个线程一起算，用时是一个线程的四倍。</translation>
    </message>
</context>
<context>
    <name>turnwise::charts::ChartsPanel</name>
    <message>
        <source>Run a program, and charts of it appear here.</source>
        <translation>运行一个程序，这里就会显示它的图表。</translation>
    </message>
    <message>
        <source>Counters over time</source>
        <translation>计数器随时间的变化</translation>
    </message>
    <message>
        <source>How each thread spent its time</source>
        <translation>各线程的时间分配</translation>
    </message>
</context>
<context>
    <name>turnwise::charts::CounterChart</name>
    <message>
        <source>Counters over time</source>
        <translation>计数器随时间的变化</translation>
    </message>
    <message>
        <source>virtual time in seconds</source>
        <translation>虚拟时间（秒）</translation>
    </message>
    <message>
        <source>virtual time in milliseconds</source>
        <translation>虚拟时间（毫秒）</translation>
    </message>
</context>
<context>
    <name>turnwise::charts::ModelChart</name>
    <message>
        <source>GIL</source>
        <translation>GIL</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 个核心</translation>
    </message>
    <message>
        <source>virtual time in ms</source>
        <translation>虚拟时间（毫秒）</translation>
    </message>
</context>
<context>
    <name>turnwise::charts::ShareChart</name>
    <message>
        <source>How each thread spent its time</source>
        <translation>各线程的时间分配</translation>
    </message>
    <message>
        <source>{thread}: {state} for {time} ({percent} %)</source>
        <comment>thread, state, duration, share</comment>
        <translation>{thread}：{state} {time}（{percent} %）</translation>
    </message>
</context>
<context>
    <name>turnwise::charts::Verdict</name>
    <message>
        <source>It cannot be compared, because it does not finish: %1</source>
        <translation>无法比较，因为它没有正常结束：%1</translation>
    </message>
    <message>
        <source>On {cores} cores it takes {time} instead of {gil_time}: {factor} times as fast. Under the GIL its threads took turns; together they have waited {waited} for it.</source>
        <translation>在 {cores} 个核心上需要 {time}，而不是 {gil_time}：快到 {factor} 倍。有 GIL 时它的线程轮流运行，总共为 GIL 等待了 {waited}。</translation>
    </message>
    <message>
        <source>On {cores} cores it takes {time}, and {gil_time} with the GIL: no faster. A thread that waits has given the GIL away; together its threads have waited only {waited} for it.</source>
        <translation>在 {cores} 个核心上需要 {time}，有 GIL 时需要 {gil_time}：并不更快。等待中的线程已经交出 GIL；它的线程总共只为 GIL 等待了 {waited}。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Description</name>
    <message>
        <source>Line %1.</source>
        <translation>第 %1 行。</translation>
    </message>
    <message>
        <source>{arrived} of {parties} threads have arrived at {barrier}.</source>
        <translation>{parties} 个线程中已有 {arrived} 个到达 {barrier}。</translation>
    </message>
    <message>
        <source>%1 holds one item.</source>
        <translation>%1 中有一项。</translation>
    </message>
    <message>
        <source>{queue} holds {items} items.</source>
        <translation>{queue} 中有 {items} 项。</translation>
    </message>
    <message>
        <source>The flag of %1 is set.</source>
        <translation>%1 的标志已设置。</translation>
    </message>
    <message>
        <source>The flag of %1 is not set.</source>
        <translation>%1 的标志未设置。</translation>
    </message>
    <message>
        <source>The counter of %1 is 0: whoever acquires it must wait.</source>
        <translation>%1 的计数器为 0：想获取它的线程必须等待。</translation>
    </message>
    <message>
        <source>The counter of {semaphore} is {counter}.</source>
        <translation>{semaphore} 的计数器为 {counter}。</translation>
    </message>
    <message>
        <source>{thread} waits for {object}.</source>
        <translation>{thread} 等待 {object}。</translation>
    </message>
    <message>
        <source>{threads} wait for {object}.</source>
        <translation>{threads} 等待 {object}。</translation>
    </message>
    <message>
        <source>From {begin} (step {first}) to {end} (step {last}): {duration}, {steps}.</source>
        <translation>从 {begin}（第 {first} 步）到 {end}（第 {last} 步）：{duration}，{steps}。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes in one place. Zoom in to see each.</source>
        <translation>
            <numerusform>同一处有 %Ln 次变化。放大可逐一查看。</numerusform>
        </translation>
    </message>
    <message>
        <source>{thread} is blocked: it waits for {object}.</source>
        <translation>{thread} 被阻塞：它等待 {object}。</translation>
    </message>
    <message>
        <source>{thread} is blocked: it waits for {object}, which {owner} holds.</source>
        <translation>{thread} 被阻塞：它等待 {owner} 持有的 {object}。</translation>
    </message>
    <message>
        <source>{thread} is blocked: it started {other} and waits until that runs.</source>
        <translation>{thread} 被阻塞：它启动了 {other}，等待后者开始运行。</translation>
    </message>
    <message>
        <source>{thread} is blocked: it waits until {other} ends.</source>
        <translation>{thread} 被阻塞：它等待 {other} 结束。</translation>
    </message>
    <message>
        <source>%1 is blocked.</source>
        <translation>%1 被阻塞。</translation>
    </message>
    <message>
        <source>%1 is not started yet.</source>
        <translation>%1 还没有启动。</translation>
    </message>
    <message>
        <source>%1 is ready: it wants the GIL.</source>
        <translation>%1 已就绪：它想要 GIL。</translation>
    </message>
    <message>
        <source>%1 runs.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>%1 sleeps.</source>
        <translation>%1 在休眠。</translation>
    </message>
    <message>
        <source>%1 is over.</source>
        <translation>%1 已结束。</translation>
    </message>
    <message>
        <source>It got the GIL because %1 had to wait.</source>
        <translation>它得到 GIL，因为 %1 必须等待。</translation>
    </message>
    <message>
        <source>It got the GIL because %1 went to sleep.</source>
        <translation>它得到 GIL，因为 %1 去休眠了。</translation>
    </message>
    <message>
        <source>It got the GIL because the switch interval of %1 was over.</source>
        <translation>它得到 GIL，因为 %1 的切换间隔已到。</translation>
    </message>
    <message>
        <source>It got the GIL because %1 ended.</source>
        <translation>它得到 GIL，因为 %1 结束了。</translation>
    </message>
    <message>
        <source>It was chosen, although %1 could have gone on.</source>
        <translation>它被选中，尽管 %1 还能继续。</translation>
    </message>
    <message>
        <source>Nobody had the GIL.</source>
        <translation>此前没有线程占有 GIL。</translation>
    </message>
    <message>
        <source>%1 started it.</source>
        <translation>%1 启动了它。</translation>
    </message>
    <message>
        <source>It had to give the GIL away.</source>
        <translation>它必须让出 GIL。</translation>
    </message>
    <message>
        <source>It was interrupted.</source>
        <translation>它被中断了。</translation>
    </message>
    <message>
        <source>Its time was over.</source>
        <translation>它的时间到了。</translation>
    </message>
    <message>
        <source>%1 let it go on.</source>
        <translation>%1 让它继续。</translation>
    </message>
    <message>
        <source>%1 has the GIL: it runs.</source>
        <translation>%1 占有 GIL：它在运行。</translation>
    </message>
    <message>
        <source>{thread} holds {lock}; it has acquired it {count} times.</source>
        <translation>{thread} 持有 {lock}，已获取 {count} 次。</translation>
    </message>
    <message>
        <source>{thread} holds {lock}.</source>
        <translation>{thread} 持有 {lock}。</translation>
    </message>
    <message>
        <source>%1 is created.</source>
        <translation>创建了 %1。</translation>
    </message>
    <message>
        <source>%1 ends.</source>
        <translation>%1 结束。</translation>
    </message>
    <message>
        <source>An exception ends %1.</source>
        <translation>异常终止了 %1。</translation>
    </message>
    <message>
        <source>%1 is a daemon: it is stopped because the program ends.</source>
        <translation>%1 是守护线程：程序结束，它被停止。</translation>
    </message>
    <message>
        <source>{thread} prints: {text}</source>
        <translation>{thread} 打印：{text}</translation>
    </message>
    <message>
        <source>The run ends here: %1</source>
        <translation>运行到此结束：%1</translation>
    </message>
    <message>
        <source>{thread} makes an error: {error}</source>
        <translation>{thread} 出错：{error}</translation>
    </message>
    <message>
        <source>The switch interval of %1 is over.</source>
        <translation>%1 的切换间隔已到。</translation>
    </message>
    <message>
        <source>{thread} notifies {condition}.</source>
        <translation>{thread} 通知 {condition}。</translation>
    </message>
    <message>
        <source>The last thread arrives at %1: all go on.</source>
        <translation>最后一个线程到达 %1：全部继续。</translation>
    </message>
    <message>
        <source>%1 is broken.</source>
        <translation>%1 已损坏。</translation>
    </message>
    <message>
        <source>%1 is ready: it wants a core.</source>
        <translation>%1 已就绪：它想要一个核心。</translation>
    </message>
    <message>
        <source>Core %1 was idle.</source>
        <translation>核心 %1 此前空闲。</translation>
    </message>
    <message>
        <source>It got core {core} because {before} had to wait.</source>
        <translation>它得到核心 {core}，因为 {before} 必须等待。</translation>
    </message>
    <message>
        <source>It got core {core} because {before} went to sleep.</source>
        <translation>它得到核心 {core}，因为 {before} 去休眠了。</translation>
    </message>
    <message>
        <source>It got core {core} because the switch interval of {before} was over.</source>
        <translation>它得到核心 {core}，因为 {before} 的切换间隔已到。</translation>
    </message>
    <message>
        <source>It got core {core} because {before} ended.</source>
        <translation>它得到核心 {core}，因为 {before} 结束了。</translation>
    </message>
    <message>
        <source>It was chosen for core {core}, although {before} could have gone on.</source>
        <translation>它被选中使用核心 {core}，尽管 {before} 本可继续。</translation>
    </message>
    <message>
        <source>It had to give its core away.</source>
        <translation>它不得不让出核心。</translation>
    </message>
    <message>
        <source>It woke for no reason, as Condition.wait() may.</source>
        <translation>它无缘无故地醒来，Condition.wait() 可能如此。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}.</source>
        <translation>{thread} 在核心 {core} 上运行。</translation>
    </message>
    <message>
        <source>%1 is blocked: it waits for a file, a socket or another process.</source>
        <translation>%1 被阻塞：它在等待文件、套接字或另一个进程。</translation>
    </message>
    <message>
        <source>Nobody runs on core %1.</source>
        <translation>核心 %1 上没有线程运行。</translation>
    </message>
    <message>
        <source>Nobody has the GIL.</source>
        <translation>没有线程持有 GIL。</translation>
    </message>
    <message>
        <source>%1 is not created yet.</source>
        <translation>%1 尚未创建。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 空闲。</translation>
    </message>
    <message>
        <source>Nobody waits for %1.</source>
        <translation>没有线程等待 %1。</translation>
    </message>
    <message>
        <source>Before the first step</source>
        <translation>第一步之前</translation>
    </message>
    <message>
        <source>%1 wants a core meanwhile.</source>
        <translation>此间 %1 想要一个核心。</translation>
    </message>
    <message>
        <source>%1 want a core meanwhile.</source>
        <translation>此间 %1 想要一个核心。</translation>
    </message>
    <message>
        <source>%1 wants the GIL meanwhile.</source>
        <translation>此间 %1 想要 GIL。</translation>
    </message>
    <message>
        <source>%1 want the GIL meanwhile.</source>
        <translation>此间 %1 想要 GIL。</translation>
    </message>
    <message>
        <source>{thread} reads {variable}: it is {value}.</source>
        <translation>{thread} 读取 {variable}：值为 {value}。</translation>
    </message>
    <message>
        <source>{thread} computes with {expression}: the result, {result}, is known to this thread alone.</source>
        <translation>{thread} 用 {expression} 计算：结果 {result} 只有该线程知道。</translation>
    </message>
    <message>
        <source>{thread} writes {variable}: it is {value} for all threads from now on.</source>
        <translation>{thread} 写入 {variable}：从现在起对所有线程都是 {value}。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Export</name>
    <message>
        <source>&quot;%1&quot; cannot be written: the name of a picture ends in .png, .svg or .pdf.</source>
        <translation>无法写入“%1”：图片文件名须以 .png、.svg 或 .pdf 结尾。</translation>
    </message>
    <message>
        <source>&quot;{path}&quot; cannot be written: {reason}.</source>
        <translation>无法写入“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>This picture would be {width} x {height} pixels large, which is more than a PNG can be here: no side may be longer than {longest} pixels, and all together no more than {most} million. Choose a smaller size or resolution, or a file that ends in .svg or .pdf.</source>
        <translation>这张图片将有 {width} x {height} 像素，超过了这里 PNG 的上限：任何一边不能超过 {longest} 像素，总共不能超过 {most} 百万像素。请选择更小的尺寸或分辨率，或者选择以 .svg 或 .pdf 结尾的文件。</translation>
    </message>
    <message>
        <source>Step {step}: {note}</source>
        <translation>第 {step} 步：{note}</translation>
    </message>
    <message>
        <source>Steps {from} to {to}: {note}</source>
        <translation>第 {from} 至 {to} 步：{note}</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Findings</name>
    <message>
        <source>Deadlock: nobody can ever go on.</source>
        <translation>死锁：所有线程都再也无法继续。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Labels</name>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>ready, wants the GIL</source>
        <translation>就绪，想要 GIL</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>sleeps %1</source>
        <translation>休眠 %1</translation>
    </message>
    <message>
        <source>{name} ×{times}</source>
        <comment>owner, depth</comment>
        <translation>{name} ×{times}</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} / {whole}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>1 waits</source>
        <translation>1 个等待</translation>
    </message>
    <message numerus="yes">
        <source>%n wait</source>
        <translation>
            <numerusform>%n 个等待</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>set</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>GIL</source>
        <comment>the global interpreter lock</comment>
        <translation>GIL</translation>
    </message>
    <message>
        <source>who runs</source>
        <translation>谁在运行</translation>
    </message>
    <message>
        <source>daemon</source>
        <translation>守护线程</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>waits until %1 runs</source>
        <translation>等待 %1 运行</translation>
    </message>
    <message>
        <source>waits until the others end</source>
        <translation>等待其他线程结束</translation>
    </message>
    <message>
        <source>waits until %1 ends</source>
        <translation>等待 %1 结束</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>ready, wants a core</source>
        <translation>就绪，想要核心</translation>
    </message>
    <message>
        <source>Core %1</source>
        <translation>核心 %1</translation>
    </message>
    <message>
        <source>waits for the outside</source>
        <translation>等待外部</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>%n 个核心</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n 个线程</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n primitive(s)</source>
        <translation>
            <numerusform>%n 个同步原语</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Legend</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>ready, wants the GIL</source>
        <translation>就绪，想要 GIL</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>threads wait for it</source>
        <translation>有线程在等待</translation>
    </message>
    <message>
        <source>value of the counter</source>
        <translation>计数器的值</translation>
    </message>
    <message>
        <source>used up: the next one waits</source>
        <translation>已用完：下一个须等待</translation>
    </message>
    <message>
        <source>the flag is set</source>
        <translation>标志已设置</translation>
    </message>
    <message>
        <source>created</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>ended by an exception</source>
        <translation>因异常结束</translation>
    </message>
    <message>
        <source>daemon stopped</source>
        <translation>守护线程被停止</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>switch interval over</source>
        <translation>切换间隔已到</translation>
    </message>
    <message>
        <source>notify</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>starts or wakes</source>
        <translation>启动或唤醒</translation>
    </message>
    <message>
        <source>ends what a join waits for</source>
        <translation>结束了 join 等待的线程</translation>
    </message>
    <message>
        <source>ready, wants a core</source>
        <translation>就绪，想要核心</translation>
    </message>
    <message>
        <source>reads a shared variable</source>
        <translation>读取共享变量</translation>
    </message>
    <message>
        <source>computes</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>writes a shared variable</source>
        <translation>写入共享变量</translation>
    </message>
    <message>
        <source>held; the colour is that of its owner</source>
        <translation>被持有；颜色与持有者相同</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::MarksText</name>
    <message>
        <source>step {step}, {time}</source>
        <translation>第 {step} 步，{time}</translation>
    </message>
    <message>
        <source>A: %1</source>
        <translation>A：%1</translation>
    </message>
    <message>
        <source>B: %1</source>
        <translation>B：%1</translation>
    </message>
    <message>
        <source>B − A: %1</source>
        <translation>B − A：%1</translation>
    </message>
    <message>
        <source>B − A: −(%1)</source>
        <translation>B − A：−（%1）</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Minimap</name>
    <message>
        <source>Overview of the run</source>
        <translation>运行概览</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Overlay</name>
    <message>
        <source>step {step}, {time}</source>
        <translation>第 {step} 步，{time}</translation>
    </message>
    <message>
        <source>Every row is hidden or filtered out. Show all rows to see them again.</source>
        <translation>所有行都被隐藏或过滤掉了。“显示所有行”可让它们重新出现。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Pointer</name>
    <message>
        <source>Show or hide the legend (L)</source>
        <translation>显示或隐藏图例 (L)</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::Ruler</name>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 纳秒</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message numerus="yes">
        <source>%Ln steps</source>
        <translation>
            <numerusform>%Ln 步</numerusform>
        </translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <comment>duration, number of steps</comment>
        <translation>{first}，{second}</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TimelinePanel</name>
    <message>
        <source>Steps (12), or virtual time (1.5 s, 300 ms)</source>
        <translation>步数（12），或虚拟时间（1.5 s、300 ms）</translation>
    </message>
    <message>
        <source>“%1” is neither a step nor a time of this run. Type 12, 1.5 s or 300 ms.</source>
        <translation>“%1”既不是本次运行的步数，也不是时间。请输入 12、1.5 s 或 300 ms。</translation>
    </message>
    <message>
        <source>The end must come after the beginning.</source>
        <translation>终点必须在起点之后。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) out of sight</source>
        <translation>
            <numerusform>%n 行不可见</numerusform>
        </translation>
    </message>
    <message>
        <source>Only rows with</source>
        <translation>只显示含有</translation>
    </message>
    <message>
        <source>name of a thread or primitive, or Lock, Semaphore, …</source>
        <translation>线程或同步原语的名称，或 Lock、Semaphore……</translation>
    </message>
    <message>
        <source>Filter of the rows</source>
        <translation>行过滤器</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show every row that was hidden or filtered out</source>
        <translation>显示所有被隐藏或过滤掉的行</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Beginning of the range</source>
        <translation>范围的起点</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>End of the range</source>
        <translation>范围的终点</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Show exactly this part of the run</source>
        <translation>准确显示运行的这一段</translation>
    </message>
    <message>
        <source>Details of the timeline</source>
        <translation>时间线详情</translation>
    </message>
    <message>
        <source>Point at a bar, or walk along a row with the arrow keys.</source>
        <translation>把鼠标指向一个色块，或用方向键沿着行移动。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Run a program, and its threads appear here.</source>
        <translation>运行一个程序，它的线程就会显示在这里。</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TranscriptModel</name>
    <message>
        <source>The program is about to run.</source>
        <translation>程序即将运行。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What the rows show then</source>
        <translation>此后各行的状态</translation>
    </message>
</context>
<context>
    <name>turnwise::timeline::TranscriptPanel</name>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::About</name>
    <message>
        <source>Shows how the threads of a Python program take turns: every switch, every lock, every wait, step by step, in virtual time.</source>
        <translation>展示 Python 程序的各个线程如何轮流运行：每一次切换、每一把锁、每一次等待，都在虚拟时间里逐步可见。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>自由软件，采用 GNU 通用公共许可证第 3 版或更高版本，不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with Qt {qt}, QScintilla {scintilla}, CPython 3.11 and Boost.Context.</source>
        <translation>基于 Qt {qt}、QScintilla {scintilla}、CPython 3.11 和 Boost.Context。</translation>
    </message>
    <message>
        <source>About Turnwise</source>
        <translation>关于 Turnwise</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Actions</name>
    <message>
        <source>&amp;New program</source>
        <translation>新建程序(&amp;N)</translation>
    </message>
    <message>
        <source>Begin with an empty program</source>
        <translation>从一个新程序开始</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a Python program or a trace</source>
        <translation>打开 Python 程序或运行记录</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the program under another name</source>
        <translation>用另一个名字保存程序</translation>
    </message>
    <message>
        <source>Start &amp;page</source>
        <translation>起始页(&amp;P)</translation>
    </message>
    <message>
        <source>Choose an example or a recent file</source>
        <translation>选择示例或最近的文件</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the timeline to the clipboard</source>
        <translation>把时间线复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave Turnwise</source>
        <translation>退出 Turnwise</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo the last change of the text</source>
        <translation>撤销对文本的上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>重做刚才撤销的更改</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>Move the selected text to the clipboard</source>
        <translation>把选中的文本移到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected text to the clipboard</source>
        <translation>把选中的文本复制到剪贴板</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Insert the text of the clipboard</source>
        <translation>插入剪贴板中的文本</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select the whole program</source>
        <translation>选中整个程序</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the program from its beginning</source>
        <translation>从头运行程序</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the run; what happened so far is kept</source>
        <translation>停止运行；已发生的一切都会保留</translation>
    </message>
    <message>
        <source>Run with a &amp;new seed</source>
        <translation>换个种子运行(&amp;N)</translation>
    </message>
    <message>
        <source>Choose another seed for the random policy and run</source>
        <translation>为随机策略另选一个种子并运行</translation>
    </message>
    <message>
        <source>&amp;Copy schedule</source>
        <translation>复制调度序列(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the schedule of this run, so that it can be replayed anywhere</source>
        <translation>复制这次运行的调度序列，以便在任何地方重现</translation>
    </message>
    <message>
        <source>&amp;Paste schedule and replay</source>
        <translation>粘贴调度序列并重现(&amp;P)</translation>
    </message>
    <message>
        <source>Run the program with the schedule in the clipboard</source>
        <translation>按剪贴板中的调度序列运行程序</translation>
    </message>
    <message>
        <source>&amp;First step</source>
        <translation>第一步(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the moment before the first step</source>
        <translation>回到第一步之前</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>后退一步(&amp;B)</translation>
    </message>
    <message>
        <source>Go back one step</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>前进一步(&amp;S)</translation>
    </message>
    <message>
        <source>Go forward one step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>&amp;Last step</source>
        <translation>最后一步(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the last step</source>
        <translation>跳到最后一步</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>Go forward step by step until it is stopped</source>
        <translation>一步步前进，直到停止</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>慢一些(&amp;W)</translation>
    </message>
    <message>
        <source>Play fewer steps a second</source>
        <translation>每秒少播放几步</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>快一些(&amp;A)</translation>
    </message>
    <message>
        <source>Play more steps a second</source>
        <translation>每秒多播放几步</translation>
    </message>
    <message>
        <source>&amp;Go to step…</source>
        <translation>跳到某一步(&amp;G)…</translation>
    </message>
    <message>
        <source>Type the number of a step</source>
        <translation>输入步数</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Show a shorter part of the timeline</source>
        <translation>显示时间线中较短的一段</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Show a longer part of the timeline</source>
        <translation>显示时间线中较长的一段</translation>
    </message>
    <message>
        <source>Whole &amp;run</source>
        <translation>整个运行(&amp;R)</translation>
    </message>
    <message>
        <source>Show the run from its beginning to its end</source>
        <translation>从头到尾显示整个运行</translation>
    </message>
    <message>
        <source>&amp;Centre the cursor</source>
        <translation>光标居中(&amp;C)</translation>
    </message>
    <message>
        <source>Move the timeline so that the cursor is in its middle</source>
        <translation>移动时间线，使光标位于中间</translation>
    </message>
    <message>
        <source>&amp;Time axis</source>
        <translation>时间轴(&amp;T)</translation>
    </message>
    <message>
        <source>Every second of virtual time is equally wide</source>
        <translation>每一秒虚拟时间宽度相同</translation>
    </message>
    <message>
        <source>&amp;Step axis</source>
        <translation>步轴(&amp;S)</translation>
    </message>
    <message>
        <source>Every step is equally wide</source>
        <translation>每一步宽度相同</translation>
    </message>
    <message>
        <source>Ne&amp;xt panel</source>
        <translation>下一个面板(&amp;X)</translation>
    </message>
    <message>
        <source>Move the keyboard to the next panel</source>
        <translation>把键盘焦点移到下一个面板</translation>
    </message>
    <message>
        <source>Pre&amp;vious panel</source>
        <translation>上一个面板(&amp;V)</translation>
    </message>
    <message>
        <source>Move the keyboard to the panel before</source>
        <translation>把键盘焦点移到上一个面板</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Use the whole screen, or leave it</source>
        <translation>进入或退出全屏</translation>
    </message>
    <message>
        <source>Reset &amp;layout</source>
        <translation>重置布局(&amp;L)</translation>
    </message>
    <message>
        <source>Put every panel back into its place</source>
        <translation>把所有面板放回原位</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark as the system is</source>
        <translation>与系统一样的浅色或深色</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on light ground</source>
        <translation>浅色背景，深色文字</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Light text on dark ground</source>
        <translation>深色背景，浅色文字</translation>
    </message>
    <message>
        <source>Show everything in English</source>
        <translation>用英语显示所有内容</translation>
    </message>
    <message>
        <source>Show everything in Simplified Chinese</source>
        <translation>用简体中文显示所有内容</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Show every command and its key</source>
        <translation>显示所有命令及其按键</translation>
    </message>
    <message>
        <source>&amp;About Turnwise</source>
        <translation>关于 Turnwise(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and what it is made of</source>
        <translation>版本、许可证和所用组件</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步进(&amp;S)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the run as pictures, pages, a web page, tables or words</source>
        <translation>把这次运行存为图片、逐步页面、网页、表格或文字</translation>
    </message>
    <message>
        <source>Pr&amp;eferences…</source>
        <translation>首选项(&amp;E)…</translation>
    </message>
    <message>
        <source>Choose language and theme, and how programs are run at first</source>
        <translation>选择语言、主题以及默认的运行方式</translation>
    </message>
    <message>
        <source>Check the &amp;exercise</source>
        <translation>检查练习(&amp;E)</translation>
    </message>
    <message>
        <source>Run the program of the exercise under many schedules and say whether it is solved</source>
        <translation>在许多调度下运行练习的程序，并说明是否解决</translation>
    </message>
    <message>
        <source>P&amp;redict</source>
        <translation>预测(&amp;R)</translation>
    </message>
    <message>
        <source>Say what the next step brings before it is shown, and keep a score</source>
        <translation>在显示下一步之前先说出它会带来什么，并记下得分</translation>
    </message>
    <message>
        <source>&amp;Help on the word</source>
        <translation>光标处单词的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Read the page about the word at the cursor, or the contents</source>
        <translation>阅读关于光标处单词的页面，或者目录</translation>
    </message>
    <message>
        <source>&amp;Two-minute tour</source>
        <translation>两分钟导览(&amp;T)</translation>
    </message>
    <message>
        <source>Walk through the window once, with an example</source>
        <translation>借一个示例把窗口走一遍</translation>
    </message>
    <message>
        <source>Save scenar&amp;io…</source>
        <translation>保存场景(&amp;I)…</translation>
    </message>
    <message>
        <source>Save program, runs, branches and notes in one file</source>
        <translation>把程序、各次运行、分支和笔记存进一个文件</translation>
    </message>
    <message>
        <source>Add &amp;note</source>
        <translation>添加笔记(&amp;N)</translation>
    </message>
    <message>
        <source>Pin a note to the cursor, or to the selected span</source>
        <translation>在光标处或选中的区段上钉一条笔记</translation>
    </message>
    <message>
        <source>Run ano&amp;ther thread here…</source>
        <translation>在此改让别的线程运行(&amp;T)…</translation>
    </message>
    <message>
        <source>Choose another thread at the next decision; that makes a new run</source>
        <translation>在下一个决策处改选别的线程，得到一次新的运行</translation>
    </message>
    <message>
        <source>Run abo&amp;ve</source>
        <translation>上一次运行(&amp;V)</translation>
    </message>
    <message>
        <source>Show the run above in the tree of runs</source>
        <translation>显示运行树中上面的那次运行</translation>
    </message>
    <message>
        <source>Run be&amp;low</source>
        <translation>下一次运行(&amp;L)</translation>
    </message>
    <message>
        <source>Show the run below in the tree of runs</source>
        <translation>显示运行树中下面的那次运行</translation>
    </message>
    <message>
        <source>Compare r&amp;uns</source>
        <translation>比较运行(&amp;U)</translation>
    </message>
    <message>
        <source>Compare this run with the one chosen in the tree, or with the one that it branched off</source>
        <translation>将本次运行与树中选定的运行比较，或与它所分出的运行比较</translation>
    </message>
    <message>
        <source>Compare pol&amp;icies</source>
        <translation>比较调度策略(&amp;I)</translation>
    </message>
    <message>
        <source>Run the program under every policy and compare the times</source>
        <translation>在每种策略下各运行一次程序，并比较时间</translation>
    </message>
    <message>
        <source>&amp;Decision before</source>
        <translation>上一个决策(&amp;D)</translation>
    </message>
    <message>
        <source>Go back to where another thread could have been chosen</source>
        <translation>回到上一个本可改选别的线程的地方</translation>
    </message>
    <message>
        <source>Decision af&amp;ter</source>
        <translation>下一个决策(&amp;T)</translation>
    </message>
    <message>
        <source>Go on to where another thread could have been chosen</source>
        <translation>前进到下一个本可改选别的线程的地方</translation>
    </message>
    <message>
        <source>&amp;Find in this run…</source>
        <translation>在本次运行中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Look for events, output and variables</source>
        <translation>查找事件、输出和变量</translation>
    </message>
    <message>
        <source>Go to the next event that says what you looked for</source>
        <translation>转到下一个符合查找内容的事件</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>Go to the event before that says what you looked for</source>
        <translation>转到上一个符合查找内容的事件</translation>
    </message>
    <message>
        <source>Go to a t&amp;hread…</source>
        <translation>转到线程(&amp;H)…</translation>
    </message>
    <message>
        <source>Find a thread by a part of its name</source>
        <translation>按名称的一部分查找线程</translation>
    </message>
    <message>
        <source>Find a command by a part of its name</source>
        <translation>按名称的一部分查找命令</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>Show the part of the run that was seen before</source>
        <translation>显示先前看过的那一段</translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation>前进(&amp;F)</translation>
    </message>
    <message>
        <source>Undo going back</source>
        <translation>撤销后退</translation>
    </message>
    <message>
        <source>&amp;Go to a range…</source>
        <translation>转到范围(&amp;G)…</translation>
    </message>
    <message>
        <source>Show exactly the part of the run that you type</source>
        <translation>准确显示你输入的那一段</translation>
    </message>
    <message>
        <source>To the &amp;unblocker</source>
        <translation>转到唤醒者(&amp;U)</translation>
    </message>
    <message>
        <source>Go to the thread that let this one go on</source>
        <translation>转到让此线程得以继续的线程</translation>
    </message>
    <message>
        <source>Set mark &amp;A</source>
        <translation>设置标记 A(&amp;A)</translation>
    </message>
    <message>
        <source>Mark this moment as A</source>
        <translation>把此刻标记为 A</translation>
    </message>
    <message>
        <source>Set &amp;mark B</source>
        <translation>设置标记 B(&amp;M)</translation>
    </message>
    <message>
        <source>Mark this moment as B and tell how far it is from A</source>
        <translation>把此刻标记为 B，并显示它与 A 的距离</translation>
    </message>
    <message>
        <source>&amp;Keep a mark</source>
        <translation>保留标记(&amp;K)</translation>
    </message>
    <message>
        <source>Keep a mark at this moment, or take it away</source>
        <translation>在此刻保留一个标记，或将其移除</translation>
    </message>
    <message>
        <source>&amp;Previous mark</source>
        <translation>上一个标记(&amp;P)</translation>
    </message>
    <message>
        <source>Go to the mark before this moment</source>
        <translation>转到此刻之前的标记</translation>
    </message>
    <message>
        <source>&amp;Next mark</source>
        <translation>下一个标记(&amp;N)</translation>
    </message>
    <message>
        <source>Go to the mark after this moment</source>
        <translation>转到此刻之后的标记</translation>
    </message>
    <message>
        <source>&amp;Clear marks</source>
        <translation>清除标记(&amp;C)</translation>
    </message>
    <message>
        <source>Take every mark away</source>
        <translation>移除所有标记</translation>
    </message>
    <message>
        <source>Fi&amp;lter rows…</source>
        <translation>过滤行(&amp;L)…</translation>
    </message>
    <message>
        <source>Show only rows with a name that you type</source>
        <translation>只显示名称含有所输入内容的行</translation>
    </message>
    <message>
        <source>P&amp;in row</source>
        <translation>固定行(&amp;I)</translation>
    </message>
    <message>
        <source>Let this row stay on top, or let it go</source>
        <translation>让此行固定在顶部，或取消固定</translation>
    </message>
    <message>
        <source>&amp;Hide row</source>
        <translation>隐藏行(&amp;H)</translation>
    </message>
    <message>
        <source>Take this row out of sight</source>
        <translation>让此行不可见</translation>
    </message>
    <message>
        <source>&amp;Row up</source>
        <translation>行上移(&amp;R)</translation>
    </message>
    <message>
        <source>Let this row change places with the one above</source>
        <translation>让此行与上一行交换位置</translation>
    </message>
    <message>
        <source>Ro&amp;w down</source>
        <translation>行下移(&amp;W)</translation>
    </message>
    <message>
        <source>Let this row change places with the one below</source>
        <translation>让此行与下一行交换位置</translation>
    </message>
    <message>
        <source>F&amp;old rows</source>
        <translation>折叠行(&amp;O)</translation>
    </message>
    <message>
        <source>Show the rows of this group as thin strips, or open them again</source>
        <translation>把这一组的行显示为细条，或重新展开</translation>
    </message>
    <message>
        <source>&amp;Show all rows</source>
        <translation>显示所有行(&amp;S)</translation>
    </message>
    <message>
        <source>Show every row that was hidden or filtered out</source>
        <translation>显示所有被隐藏或过滤掉的行</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>详情(&amp;E)</translation>
    </message>
    <message>
        <source>Show in words what the timeline shows at its cursor</source>
        <translation>用文字说明时间线在光标处的内容</translation>
    </message>
    <message>
        <source>L&amp;arger</source>
        <translation>放大界面(&amp;A)</translation>
    </message>
    <message>
        <source>Make everything in the window larger</source>
        <translation>放大窗口中的一切</translation>
    </message>
    <message>
        <source>S&amp;maller</source>
        <translation>缩小界面(&amp;M)</translation>
    </message>
    <message>
        <source>Make everything in the window smaller</source>
        <translation>缩小窗口中的一切</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Make everything as large as the system does</source>
        <translation>使用系统的大小</translation>
    </message>
    <message>
        <source>Pr&amp;esentation</source>
        <translation>演示模式(&amp;E)</translation>
    </message>
    <message>
        <source>Large text, and only code, sentence and timeline: for a projector</source>
        <translation>大号文字，只显示代码、说明和时间线：适合投影</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>White on black, with strong frames</source>
        <translation>黑底白字，边框醒目</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Run &amp;by hand</source>
        <translation>手动运行(&amp;B)</translation>
    </message>
    <message>
        <source>Run the program, and choose at every decision which thread goes on</source>
        <translation>运行程序，并在每个决策点选择由哪个线程继续</translation>
    </message>
    <message>
        <source>Run &amp;options…</source>
        <translation>运行选项(&amp;O)…</translation>
    </message>
    <message>
        <source>Choose model, cores, granularity, policy and the cost of everything</source>
        <translation>选择模型、核心数、切换粒度、策略以及各种开销</translation>
    </message>
    <message>
        <source>S&amp;ave the schedule as…</source>
        <translation>将调度序列另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the schedule of this run in a file</source>
        <translation>把本次运行的调度序列保存到文件</translation>
    </message>
    <message>
        <source>Open a sche&amp;dule and replay…</source>
        <translation>打开调度序列并重放(&amp;D)…</translation>
    </message>
    <message>
        <source>Run the program with a schedule from a file</source>
        <translation>按文件中的调度序列运行程序</translation>
    </message>
    <message>
        <source>Compare &amp;models</source>
        <translation>比较模型(&amp;M)</translation>
    </message>
    <message>
        <source>Run with the GIL and on several cores, and compare the time</source>
        <translation>分别在有 GIL 时和在多个核心上运行，并比较时间</translation>
    </message>
    <message>
        <source>&amp;Step this thread</source>
        <translation>让此线程走一步(&amp;S)</translation>
    </message>
    <message>
        <source>Let this thread go on to the next decision</source>
        <translation>让此线程运行到下一个决策点</translation>
    </message>
    <message>
        <source>&amp;Run this thread until it has to wait</source>
        <translation>运行此线程直到它必须等待(&amp;R)</translation>
    </message>
    <message>
        <source>Choose this thread at every decision until it cannot go on</source>
        <translation>在每个决策点都选择此线程，直到它不能继续</translation>
    </message>
    <message>
        <source>&amp;Freeze or thaw this thread</source>
        <translation>冻结或解冻此线程(&amp;F)</translation>
    </message>
    <message>
        <source>A frozen thread is chosen by no policy while another can run</source>
        <translation>只要别的线程可以运行，任何策略都不会选择被冻结的线程</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Let a policy decide for the rest of the run, or until a breakpoint</source>
        <translation>余下的运行由策略决定，直到遇到断点</translation>
    </message>
    <message>
        <source>To the &amp;cursor</source>
        <translation>运行到光标(&amp;C)</translation>
    </message>
    <message>
        <source>Go on until a thread is about to execute the line of the text cursor</source>
        <translation>继续运行，直到某个线程即将执行文本光标所在的行</translation>
    </message>
    <message>
        <source>&amp;Undo the choice</source>
        <translation>撤销选择(&amp;U)</translation>
    </message>
    <message>
        <source>Go back to before the last choice: the program runs again as far as there</source>
        <translation>回到上一次选择之前：程序会重新运行到那里</translation>
    </message>
    <message>
        <source>&amp;At every step</source>
        <translation>每一步都问(&amp;A)</translation>
    </message>
    <message>
        <source>Ask even where one thread alone can go on</source>
        <translation>即使只有一个线程可以继续也询问</translation>
    </message>
    <message>
        <source>Set or remove a &amp;breakpoint</source>
        <translation>设置或取消断点(&amp;B)</translation>
    </message>
    <message>
        <source>Stop a run by hand where a thread is about to execute this line</source>
        <translation>手动运行时，在某个线程即将执行此行处停下</translation>
    </message>
    <message>
        <source>By han&amp;d</source>
        <translation>手动(&amp;D)</translation>
    </message>
    <message>
        <source>Keyboar&amp;d forward</source>
        <translation>键盘焦点向前(&amp;D)</translation>
    </message>
    <message>
        <source>Move the keyboard on, out of the code too, where Tab indents</source>
        <translation>把键盘焦点移到下一个控件；在代码里也有效，那里 Tab 用来缩进</translation>
    </message>
    <message>
        <source>Keyboard &amp;back</source>
        <translation>键盘焦点向后(&amp;B)</translation>
    </message>
    <message>
        <source>Move the keyboard back, out of the code too, where Tab indents</source>
        <translation>把键盘焦点移到上一个控件；在代码里也有效，那里 Tab 用来缩进</translation>
    </message>
    <message>
        <source>E&amp;xplore</source>
        <translation>探索(&amp;X)</translation>
    </message>
    <message>
        <source>Execute the program under every interleaving of its threads and tell what can go wrong</source>
        <translation>在线程的每一种交错下执行程序，并说明可能出什么错</translation>
    </message>
    <message>
        <source>Stop explorin&amp;g</source>
        <translation>停止探索(&amp;G)</translation>
    </message>
    <message>
        <source>End the search; what it found so far is kept</source>
        <translation>结束搜索；已找到的内容会保留</translation>
    </message>
    <message>
        <source>Fin&amp;d a command…</source>
        <translation>查找命令(&amp;D)…</translation>
    </message>
    <message>
        <source>Save &amp;trace…</source>
        <translation>保存运行记录(&amp;T)…</translation>
    </message>
    <message>
        <source>Save what happened in the run that is shown, to be opened again</source>
        <translation>保存所显示的运行中发生的一切，以便再次打开</translation>
    </message>
    <message>
        <source>Input o&amp;f the program</source>
        <translation>程序的输入(&amp;F)</translation>
    </message>
    <message>
        <source>Type what the program reads on its standard input, before it runs</source>
        <translation>在运行之前输入程序从标准输入读取的内容</translation>
    </message>
    <message>
        <source>Undoc&amp;k the panel</source>
        <translation>浮动面板(&amp;K)</translation>
    </message>
    <message>
        <source>Make a window of the panel that has the keyboard, or put it back</source>
        <translation>让键盘所在的面板成为独立窗口，或放回原处</translation>
    </message>
    <message>
        <source>P&amp;ut the panel away</source>
        <translation>收起面板(&amp;U)</translation>
    </message>
    <message>
        <source>Take the panel that has the keyboard out of sight; the menu of panels brings it back</source>
        <translation>隐藏键盘所在的面板；用面板菜单可以再次显示</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::AskedSleep</name>
    <message>
        <source>%1 ns</source>
        <translation>%1 纳秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 微秒</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::BranchCommands</name>
    <message>
        <source>%1 is not what it was when it was saved: the program, Python or Turnwise has changed.</source>
        <translation>%1 与保存时不同了：程序、Python 或 Turnwise 已经改变。</translation>
    </message>
    <message>
        <source>This run has no decision</source>
        <translation>这次运行没有决策</translation>
    </message>
    <message>
        <source>There is no other run to compare with. Run again, or run another thread at a decision.</source>
        <translation>没有可供比较的另一次运行。请再运行一次，或在某个决策处改让别的线程运行。</translation>
    </message>
    <message>
        <source>Wait for the end of this run, or stop it; then compare.</source>
        <translation>请等这次运行结束或将它停止，然后再比较。</translation>
    </message>
    <message>
        <source>{run} — {origin}</source>
        <comment>name of a run, what makes it different</comment>
        <translation>{run} — {origin}</translation>
    </message>
    <message>
        <source>The other run cannot be shown; it may still go on.</source>
        <translation>无法显示另一次运行；它可能仍在进行。</translation>
    </message>
    <message>
        <source>While you predict, no other thread can be chosen</source>
        <translation>预测时不能选择别的线程</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::BreakpointBox</name>
    <message>
        <source>Breakpoints</source>
        <translation>断点</translation>
    </message>
    <message>
        <source>A lock changes its owner</source>
        <translation>锁换了持有者</translation>
    </message>
    <message>
        <source>A counter comes to</source>
        <translation>计数器变为</translation>
    </message>
    <message>
        <source>Anything is done with</source>
        <translation>使用了</translation>
    </message>
    <message>
        <source>After an event</source>
        <translation>在事件之后</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind of breakpoint</source>
        <translation>断点的种类</translation>
    </message>
    <message>
        <source>Name of the lock, semaphore or the like</source>
        <translation>锁、信号量等的名称</translation>
    </message>
    <message>
        <source>Value of the counter</source>
        <translation>计数器的值</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>事件的种类</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Caption</name>
    <message>
        <source>Priorities %1, which owners of locks inherit</source>
        <translation>优先级 %1，持有锁的线程会继承</translation>
    </message>
    <message>
        <source>Priorities %1</source>
        <translation>优先级 %1</translation>
    </message>
    <message>
        <source>{policy}, seed {seed}</source>
        <translation>{policy}，种子 {seed}</translation>
    </message>
    <message>
        <source>{policy}, seed {seed}, depth {depth}</source>
        <translation>{policy}，种子 {seed}，深度 {depth}</translation>
    </message>
    <message>
        <source>{policy}, switch interval {interval}</source>
        <translation>{policy}，切换间隔 {interval}</translation>
    </message>
    <message>
        <source>A schedule that was given</source>
        <translation>给定的调度序列</translation>
    </message>
    <message>
        <source>A schedule that was given; then %1</source>
        <translation>给定的调度序列；之后：%1</translation>
    </message>
    <message>
        <source>{policy}; another choice was made at decision {decision}</source>
        <translation>{policy}；在第 {decision} 个决策处另作选择</translation>
    </message>
    <message>
        <source>{outcome} after {time} of virtual time, {steps}</source>
        <translation>{outcome}，虚拟时间 {time}，{steps}</translation>
    </message>
    <message numerus="yes">
        <source>On %n core(s)</source>
        <translation>
            <numerusform>%n 个核</numerusform>
        </translation>
    </message>
    <message>
        <source>Model: {model}. Switches at: {places}.</source>
        <translation>模型：{model}。切换点：{places}。</translation>
    </message>
    <message>
        <source>Model: {model}. Switches at: {places}. Policy: {policy}.</source>
        <translation>模型：{model}。切换点：{places}。策略：{policy}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ChoiceBar</name>
    <message>
        <source>What else could have been chosen</source>
        <translation>还可以怎样选择</translation>
    </message>
    <message>
        <source>This run had no decision: never could two threads go on.</source>
        <translation>这次运行没有决策：从未有两个线程可以同时继续。</translation>
    </message>
    <message>
        <source>Run a program: where two threads can go on, another choice makes another run.</source>
        <translation>运行一个程序：在两个线程都能继续的地方，另一种选择就是另一次运行。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Choices</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Decision %1: the trace does not tell who else could have been chosen.</source>
        <translation>第 %1 次决策：运行记录没有说明还可以选谁。</translation>
    </message>
    <message>
        <source>Decision {decision}: {thread} runs.</source>
        <translation>第 {decision} 次决策：{thread} 运行。</translation>
    </message>
    <message>
        <source>Decision {decision}: {thread} is woken.</source>
        <translation>第 {decision} 次决策：{thread} 被唤醒。</translation>
    </message>
    <message>
        <source>Decision {decision}: {thread} is first.</source>
        <translation>第 {decision} 次决策：{thread} 先行。</translation>
    </message>
    <message>
        <source>Run %1 here instead</source>
        <translation>在此改让 %1 运行</translation>
    </message>
    <message>
        <source>Wake %1 here instead</source>
        <translation>在此改为唤醒 %1</translation>
    </message>
    <message>
        <source>Let %1 be first here instead</source>
        <translation>在此改让 %1 在先</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Code</name>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}，第 {line} 行</translation>
    </message>
    <message>
        <source>Globals</source>
        <translation>全局变量</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ComparingPage</name>
    <message>
        <source>The two runs are being compared…</source>
        <translation>正在比较这两次运行…</translation>
    </message>
    <message>
        <source>Comparing the two runs</source>
        <translation>正在比较这两次运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ComparisonPanel</name>
    <message>
        <source>Here the runs part</source>
        <translation>两次运行在此分开</translation>
    </message>
    <message>
        <source>Choose a run in the panel of runs and compare it with the one that is shown (Ctrl+D).</source>
        <translation>在“运行”面板中选一次运行，与当前显示的运行比较（Ctrl+D）。</translation>
    </message>
    <message>
        <source>Differences between two runs</source>
        <translation>两次运行的差异</translation>
    </message>
    <message>
        <source>&lt;b&gt;A&lt;/b&gt;: %1</source>
        <translation>&lt;b&gt;A&lt;/b&gt;：%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;B&lt;/b&gt;: %1</source>
        <translation>&lt;b&gt;B&lt;/b&gt;：%1</translation>
    </message>
    <message>
        <source>Timeline of run A</source>
        <translation>运行 A 的时间线</translation>
    </message>
    <message>
        <source>Timeline of run B</source>
        <translation>运行 B 的时间线</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ConsoleModel</name>
    <message>
        <source>error output: %1</source>
        <translation>错误输出：%1</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ConsolePanel</name>
    <message>
        <source>Name the thread</source>
        <translation>显示线程名</translation>
    </message>
    <message>
        <source>Write before each line which thread printed it</source>
        <translation>在每一行前标出打印它的线程</translation>
    </message>
    <message>
        <source>Show what is still to come</source>
        <translation>显示之后的输出</translation>
    </message>
    <message>
        <source>Show in grey what the program prints after the cursor</source>
        <translation>用灰色显示程序在光标之后打印的内容</translation>
    </message>
    <message>
        <source>Output of the program</source>
        <translation>程序输出</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::DifferenceModel</name>
    <message>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>in A</source>
        <translation>A 中</translation>
    </message>
    <message>
        <source>in B</source>
        <translation>B 中</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Differences</name>
    <message>
        <source>no such decision</source>
        <translation>没有这次决策</translation>
    </message>
    <message>
        <source>{thread} at {time}</source>
        <comment>thread, time</comment>
        <translation>{thread}，在 {time}</translation>
    </message>
    <message>
        <source>First different decision, number %1</source>
        <translation>第一个不同的决策，第 %1 次</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>没有更多</translation>
    </message>
    <message>
        <source>Line %1 of the output</source>
        <translation>输出的第 %1 行</translation>
    </message>
    <message>
        <source>Line %1 of the error output</source>
        <translation>错误输出的第 %1 行</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>Variable %1 at the end</source>
        <translation>结束时的变量 %1</translation>
    </message>
    <message>
        <source>was never created</source>
        <translation>从未创建</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>stopped at the end of the program</source>
        <translation>在程序结束时被停止</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>Thread %1 at the end</source>
        <translation>结束时的线程 %1</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>由 %1 持有</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>等待者：%1</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>无人等待</translation>
    </message>
    <message>
        <source>%1 at the end</source>
        <comment>a primitive</comment>
        <translation>结束时的 %1</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>The runs are the same, event by event.</source>
        <translation>两次运行逐个事件完全相同。</translation>
    </message>
    <message>
        <source>%1 events are the same, then the runs part.</source>
        <translation>前 %1 个事件相同，之后两次运行分开。</translation>
    </message>
    <message>
        <source>They end alike: with the same output and the same variables, threads and primitives.</source>
        <translation>它们的结局一样：输出、变量、线程和同步对象都相同。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::EngineProcess</name>
    <message>
        <source>The engine was not found; it was looked for at %1. Install Turnwise again, or set TURNWISE_ENGINE to the path of turnwise-engine.</source>
        <translation>找不到引擎，已查找的位置：%1。请重新安装 Turnwise，或将 TURNWISE_ENGINE 设为 turnwise-engine 的路径。</translation>
    </message>
    <message>
        <source>The engine {program} cannot be started: {reason}.</source>
        <translation>无法启动引擎 {program}：{reason}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::EngineRun</name>
    <message>
        <source>The run was stopped. What happened before is kept.</source>
        <translation>运行已停止，此前发生的一切都已保留。</translation>
    </message>
    <message>
        <source>The program cannot be run: a temporary copy of its text cannot be written (%1).</source>
        <translation>无法运行程序：不能写入其文本的临时副本（%1）。</translation>
    </message>
    <message>
        <source>The engine refused to run the program and gave no reason.</source>
        <translation>引擎拒绝运行该程序，且未说明原因。</translation>
    </message>
    <message>
        <source>What the engine sent cannot be read, so it was stopped. %1</source>
        <translation>无法读取引擎发来的数据，已将其停止。%1</translation>
    </message>
    <message>
        <source>The engine was killed from outside (SIGKILL); perhaps memory ran out.</source>
        <translation>引擎被外部终止（SIGKILL），可能是内存不足。</translation>
    </message>
    <message>
        <source>The program ended the engine without an end of the run (exit status %1), as os._exit() does.</source>
        <translation>程序在运行结束之前就终止了引擎（退出状态 %1），os._exit() 会造成这种情况。</translation>
    </message>
    <message numerus="yes">
        <source>What happened before, %n event(s), is kept.</source>
        <translation>
            <numerusform>此前发生的 %n 个事件已保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>The engine crashed with signal %1.</source>
        <translation>引擎因信号 %1 崩溃。</translation>
    </message>
    <message>
        <source>The program cannot be run: what it shall read cannot be written into a temporary file (%1).</source>
        <translation>无法运行程序：它要读取的内容无法写入临时文件（%1）。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::EventModel</name>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>What</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::EventPanel</name>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExampleList</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExerciseBar</name>
    <message>
        <source>Exercise: %1</source>
        <translation>练习：%1</translation>
    </message>
    <message>
        <source>Hint {number}: {hint}</source>
        <translation>提示 {number}：{hint}</translation>
    </message>
    <message>
        <source>This exercise has a mistake in it, %1</source>
        <translation>这个练习本身有错误，%1</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>See this run</source>
        <translation>查看这次运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Check (Ctrl+F5)</source>
        <translation>检查（Ctrl+F5）</translation>
    </message>
    <message>
        <source>Checking: {done} of {all} schedules…</source>
        <translation>正在检查：{done} / {all} 种调度……</translation>
    </message>
    <message>
        <source>✓ Solved: the program passes under all %1 schedules that were tried.</source>
        <translation>✓ 解决了：在试过的全部 %1 种调度下，程序都通过了检查。</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>检查已停止。</translation>
    </message>
    <message>
        <source>✗ Not yet. Under schedule {number} ({schedule}): {findings}</source>
        <translation>✗ 还不行。在第 {number} 种调度（{schedule}）下：{findings}</translation>
    </message>
    <message>
        <source>It does not print the line “%1”.</source>
        <translation>它没有打印这一行：“%1”。</translation>
    </message>
    <message>
        <source>This happens in the run: %1.</source>
        <translation>运行中发生了：%1。</translation>
    </message>
    <message>
        <source>The run should end like this: %1.</source>
        <translation>运行应当这样结束：%1。</translation>
    </message>
    <message>
        <source>Fewer than %1 threads are started.</source>
        <translation>启动的线程少于 %1 个。</translation>
    </message>
    <message>
        <source>It takes longer than %1 seconds of virtual time.</source>
        <translation>它用的虚拟时间超过 %1 秒。</translation>
    </message>
    <message>
        <source>The program has to keep this: %1</source>
        <translation>程序必须保留：%1</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExerciseCommands</name>
    <message>
        <source>random, seed %1</source>
        <translation>随机，种子 %1</translation>
    </message>
    <message>
        <source>round robin</source>
        <translation>轮转</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExploreCommands</name>
    <message>
        <source>Found: %1</source>
        <translation>发现：%1</translation>
    </message>
    <message>
        <source>Outcome {name}: {ending}</source>
        <translation>结局 {name}：{ending}</translation>
    </message>
    <message>
        <source>The nearest run that passes</source>
        <translation>最接近的成功运行</translation>
    </message>
    <message>
        <source>Open a finding or an outcome: its run is told here.</source>
        <translation>打开一个发现或结局：这里会讲述它的运行过程。</translation>
    </message>
    <message>
        <source>The run goes on; its story comes at its end.</source>
        <translation>运行还在继续；结束后这里讲述它的经过。</translation>
    </message>
    <message>
        <source>%1 Every schedule fails: no order of the threads ends well.</source>
        <translation>%1 每一种调度都会失败：没有哪种线程次序能顺利结束。</translation>
    </message>
    <message>
        <source>An execution of the search</source>
        <translation>搜索中的一次执行</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExplorePanel</name>
    <message>
        <source>&amp;Findings (%1)</source>
        <translation>发现(&amp;F)（%1）</translation>
    </message>
    <message>
        <source>&amp;Outcomes (%1)</source>
        <translation>结局(&amp;O)（%1）</translation>
    </message>
    <message>
        <source>Stor&amp;y</source>
        <translation>经过(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Variable</source>
        <translation>变量(&amp;V)</translation>
    </message>
    <message>
        <source>What is found is shown here at once.</source>
        <translation>一有发现就显示在这里。</translation>
    </message>
    <message>
        <source>Can this program deadlock, crash or lose an update, and in which ways can it end? Here it is executed under every interleaving of its threads.</source>
        <translation>这个程序会死锁、崩溃或丢失更新吗？它可能以哪些方式结束？这里会在线程的每一种交错下执行它。</translation>
    </message>
    <message>
        <source>O&amp;ptions</source>
        <translation>选项(&amp;P)</translation>
    </message>
    <message>
        <source>Show how the search is made, and change it</source>
        <translation>显示并更改搜索方式</translation>
    </message>
    <message>
        <source>Findings of the search</source>
        <translation>搜索的发现</translation>
    </message>
    <message>
        <source>What the search found</source>
        <translation>搜索找到了什么</translation>
    </message>
    <message>
        <source>The tree is told of a search in one process, and not of samples.</source>
        <translation>只有单进程的搜索才会显示搜索树，抽样没有搜索树。</translation>
    </message>
    <message>
        <source>&amp;Tree</source>
        <translation>搜索树(&amp;T)</translation>
    </message>
    <message>
        <source>Read about exploring, and how to read its verdict</source>
        <translation>阅读关于探索的说明，以及怎样看结论</translation>
    </message>
    <message>
        <source>Enter opens a finding as a run, at its decisive step.</source>
        <translation>按回车把发现作为运行打开，停在决定性的一步。</translation>
    </message>
    <message>
        <source>The tree of this search was not kept. Search again, and see it grow.</source>
        <translation>这次搜索的树没有保存。重新搜索即可看到它如何生长。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExportCommands</name>
    <message>
        <source>The timeline is in the clipboard, as a picture.</source>
        <translation>时间线已作为图片复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the trace</source>
        <translation>保存运行记录</translation>
    </message>
    <message>
        <source>Traces (*.trace)</source>
        <translation>运行记录 (*.trace)</translation>
    </message>
    <message>
        <source>The trace is saved in %1.</source>
        <translation>运行记录已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>{format} files (*.{suffix})</source>
        <translation>{format} 文件 (*.{suffix})</translation>
    </message>
    <message>
        <source>It is in %1.</source>
        <translation>已存到 %1。</translation>
    </message>
    <message>
        <source>The export was stopped. Nothing was written.</source>
        <translation>导出已停止，没有写入任何文件。</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>图片已在剪贴板中。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>How the export went</source>
        <translation>导出结果</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExportForm</name>
    <message>
        <source>The timeline as a picture</source>
        <translation>时间线图片</translation>
    </message>
    <message>
        <source>Every step as a page</source>
        <translation>每步一页</translation>
    </message>
    <message>
        <source>A web page to step through</source>
        <translation>可逐步浏览的网页</translation>
    </message>
    <message>
        <source>A table of all events</source>
        <translation>全部事件的表格</translation>
    </message>
    <message>
        <source>A table of statistics</source>
        <translation>统计表格</translation>
    </message>
    <message>
        <source>Every step in words</source>
        <translation>每一步的文字说明</translation>
    </message>
    <message>
        <source>A trace for Perfetto</source>
        <translation>供 Perfetto 使用的跟踪记录</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>What is seen of the timeline</source>
        <translation>时间线上可见的部分</translation>
    </message>
    <message>
        <source>What is selected in the timeline</source>
        <translation>时间线上选中的部分</translation>
    </message>
    <message>
        <source>From step to step</source>
        <translation>从某步到某步</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>彩色</translation>
    </message>
    <message>
        <source>Colour, with more hatches</source>
        <translation>彩色，加更多图案</translation>
    </message>
    <message>
        <source>Black and white, with hatches</source>
        <translation>黑白，加图案</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Steps, equally wide</source>
        <translation>步数，每步等宽</translation>
    </message>
    <message>
        <source>As large as needed</source>
        <translation>按需要的大小</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> pixels an inch</source>
        <translation> 像素/英寸</translation>
    </message>
    <message>
        <source>Show what the colours and marks mean</source>
        <translation>说明颜色和标记的含义</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>&amp;What:</source>
        <translation>内容(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Part:</source>
        <translation>范围(&amp;P)：</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>步：</translation>
    </message>
    <message>
        <source>St&amp;yle:</source>
        <translation>样式(&amp;Y)：</translation>
    </message>
    <message>
        <source>&amp;Axis:</source>
        <translation>横轴(&amp;A)：</translation>
    </message>
    <message>
        <source>Pap&amp;er:</source>
        <translation>纸张(&amp;E)：</translation>
    </message>
    <message>
        <source>Size of te&amp;xt:</source>
        <translation>文字大小(&amp;X)：</translation>
    </message>
    <message>
        <source>&amp;Resolution:</source>
        <translation>分辨率(&amp;R)：</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>标题(&amp;T)：</translation>
    </message>
    <message>
        <source>Legend:</source>
        <translation>图例：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ExportWords</name>
    <message>
        <source>&quot;{path}&quot; cannot be written: {reason}.</source>
        <translation>无法写入“{path}”：{reason}。</translation>
    </message>
    <message>
        <source>The name of this file has to end in .%1.</source>
        <translation>这个文件的名称必须以 .%1 结尾。</translation>
    </message>
    <message>
        <source> or .</source>
        <comment>between two endings of file names</comment>
        <translation> 或 .</translation>
    </message>
    <message>
        <source>Nothing happened in this run: there is nothing to export.</source>
        <translation>这次运行中什么也没有发生：没有可导出的内容。</translation>
    </message>
    <message>
        <source>There is no step in this part of the run.</source>
        <translation>运行的这一部分中没有步骤。</translation>
    </message>
    <message>
        <source>These are {steps} steps, and {most} are as many as fit. Choose a part of the run.</source>
        <translation>这里有 {steps} 步，最多只能放下 {most} 步。请选择运行的一部分。</translation>
    </message>
    <message>
        <source>a folder has this name</source>
        <translation>已有同名的文件夹</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::FileCommands</name>
    <message>
        <source>No recent files</source>
        <translation>没有最近的文件</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>清空此列表</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Open a Python program, a scenario or a trace</source>
        <translation>打开 Python 程序、场景或运行记录</translation>
    </message>
    <message>
        <source>Programs, scenarios and traces (*.py *.turnwise *.trace);;All files (*)</source>
        <translation>程序、场景和运行记录 (*.py *.turnwise *.trace);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::FileReason</name>
    <message>
        <source>the folder %1 does not exist; make it first, or choose another</source>
        <translation>文件夹 %1 不存在；请先创建它，或选择别的文件夹</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Files</name>
    <message>
        <source>{file} cannot be opened: {reason}</source>
        <translation>无法打开 {file}：{reason}</translation>
    </message>
    <message>
        <source>%1 is larger than 8 MiB, which is no program to be shown line by line.</source>
        <translation>%1 超过 8 MiB，不像是可以逐行展示的程序。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>无法读取 {file}：{reason}</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}</source>
        <translation>无法写入 {file}：{reason}</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Find</name>
    <message>
        <source>{first}, {second}</source>
        <comment>thread, kind of event</comment>
        <translation>{first}，{second}</translation>
    </message>
    <message>
        <source>{first}: {second}</source>
        <translation>{first}：{second}</translation>
    </message>
    <message numerus="yes">
        <source>%n more: type more of what you look for.</source>
        <translation>
            <numerusform>还有 %n 项：请输入更多查找内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::FindCommands</name>
    <message>
        <source>Find in this run: events, output, variables</source>
        <translation>在本次运行中查找：事件、输出、变量</translation>
    </message>
    <message>
        <source>a name, a word that is printed, a variable or its value</source>
        <translation>名称、输出的文字、变量或它的值</translation>
    </message>
    <message>
        <source>Nothing in this run says that.</source>
        <translation>本次运行中没有这样的内容。</translation>
    </message>
    <message>
        <source>“%1” is not found after this moment.</source>
        <translation>此刻之后没有找到“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not found before this moment.</source>
        <translation>此刻之前没有找到“%1”。</translation>
    </message>
    <message>
        <source>Go to a thread</source>
        <translation>转到线程</translation>
    </message>
    <message>
        <source>a part of its name</source>
        <translation>名称的一部分</translation>
    </message>
    <message>
        <source>No thread has that name.</source>
        <translation>没有这个名称的线程。</translation>
    </message>
    <message>
        <source>a part of the name of a command</source>
        <translation>命令名称的一部分</translation>
    </message>
    <message>
        <source>No command has that name.</source>
        <translation>没有这个名称的命令。</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Findings</name>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1。</translation>
    </message>
    <message>
        <source>{sentence} ({place}).</source>
        <comment>a sentence, a place</comment>
        <translation>{sentence}（{place}）。</translation>
    </message>
    <message>
        <source>%1 waits for ever</source>
        <translation>%1 永远等待</translation>
    </message>
    <message>
        <source>{thread} waits for {object}, for ever</source>
        <translation>{thread} 永远等待 {object}</translation>
    </message>
    <message>
        <source>{thread} {accesses} it ({place}, {locks})</source>
        <comment>thread, reads or writes, place, locks held</comment>
        <translation>{thread} {accesses}它（{place}，{locks}）</translation>
    </message>
    <message>
        <source>{thread} ends with {error}</source>
        <translation>{thread} 因 {error} 而结束</translation>
    </message>
    <message>
        <source>{thread} takes {lock} while it holds {held}</source>
        <translation>{thread} 持有 {held} 时又获取 {lock}</translation>
    </message>
    <message>
        <source>Locks are taken in different orders, which can end in a deadlock. %1</source>
        <translation>获取锁的次序不一致，可能导致死锁。%1</translation>
    </message>
    <message>
        <source>{thread} ended and kept {lock}: nobody can take it any more. A with statement would release it.</source>
        <translation>{thread} 结束时仍持有 {lock}：再也没有线程能获取它。用 with 语句就会释放它。</translation>
    </message>
    <message>
        <source>Nobody waits for %1 to end (join), and what it does races with what others do.</source>
        <translation>没有线程等待 %1 结束（join），而它所做的事与其他线程相互竞争。</translation>
    </message>
    <message>
        <source>The same steps are taken again and again, without progress, by %1.</source>
        <translation>%1 反复执行同样的步骤，没有进展。</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Failed assertion</source>
        <translation>断言失败</translation>
    </message>
    <message>
        <source>Data race</source>
        <translation>数据竞争</translation>
    </message>
    <message>
        <source>Lock order</source>
        <translation>加锁次序</translation>
    </message>
    <message>
        <source>Lock that was kept</source>
        <translation>未释放的锁</translation>
    </message>
    <message>
        <source>Thread that nobody joins</source>
        <translation>无人等待的线程</translation>
    </message>
    <message>
        <source>Livelock</source>
        <translation>活锁</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>达到上限</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message numerus="yes">
        <source>%n preemption(s)</source>
        <translation>
            <numerusform>%n 次抢占</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n interleaving(s)</source>
        <translation>
            <numerusform>见于 %n 种交错</numerusform>
        </translation>
    </message>
    <message>
        <source>reproduced %1</source>
        <comment>10/10</comment>
        <translation>重现 %1</translation>
    </message>
    <message>
        <source>Possible in Python, not on CPython 3.11.</source>
        <translation>在 Python 中可能发生，在 CPython 3.11 上不会。</translation>
    </message>
    <message>
        <source>Possible on CPython 3.11, too.</source>
        <translation>在 CPython 3.11 上也可能发生。</translation>
    </message>
    <message>
        <source>Not found on CPython 3.11, in a search that was not complete.</source>
        <translation>在 CPython 3.11 上没有找到，但那次搜索不完整。</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>no lock</source>
        <translation>未持锁</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>读取并写入</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{thread} goes round a loop for ever and looks at {variables}</source>
        <translation>{thread} 永远在循环中查看 {variables}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Nobody is left to change that.</source>
        <translation>已经没有线程会改变它。</translation>
    </message>
    <message>
        <source>Polling for ever</source>
        <translation>永远轮询</translation>
    </message>
    <message>
        <source>Two threads use {variable}, and neither has to wait for the other: {first}, and {second}.</source>
        <translation>两个线程都使用 {variable}，而且谁都不必等待对方：{first}；{second}。</translation>
    </message>
    <message>
        <source>%1 give way to each other: each gives back what it has and begins again, because another one holds what it wants. In step, they can do so for ever.</source>
        <translation>%1 互相让步：各自归还已占有的锁再从头开始，因为想要的锁被对方占有。如果步调一致，可以永远这样下去。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::HandPanel</name>
    <message>
        <source>%1 (frozen)</source>
        <translation>%1（已冻结）</translation>
    </message>
    <message>
        <source>Run %1 until it has to wait</source>
        <translation>运行 %1 直到它必须等待</translation>
    </message>
    <message>
        <source>Thaw %1: policies may choose it again</source>
        <translation>解冻 %1：策略又可以选择它</translation>
    </message>
    <message>
        <source>Freeze %1: no policy chooses it while another thread can run</source>
        <translation>冻结 %1：只要别的线程可以运行，策略就不选择它</translation>
    </message>
    <message>
        <source>The program runs.</source>
        <translation>程序正在运行。</translation>
    </message>
    <message>
        <source>Nothing is asked.</source>
        <translation>现在没有要决定的。</translation>
    </message>
    <message>
        <source>Run the program by hand to choose at every decision which thread goes on.</source>
        <translation>手动运行程序，就可以在每个决策点选择由哪个线程继续。</translation>
    </message>
    <message>
        <source>Deciding by hand</source>
        <translation>手动决策</translation>
    </message>
    <message>
        <source>For the rest:</source>
        <translation>余下由：</translation>
    </message>
    <message>
        <source>Schedule:</source>
        <translation>调度序列：</translation>
    </message>
    <message>
        <source>Schedule up to here</source>
        <translation>到此为止的调度序列</translation>
    </message>
    <message>
        <source>The choices that lead to the moment which is shown</source>
        <translation>通向当前所示时刻的各次选择</translation>
    </message>
    <message>
        <source>no choice yet</source>
        <translation>还没有选择</translation>
    </message>
    <message>
        <source>Policy for the rest</source>
        <translation>余下的策略</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::HandWords</name>
    <message>
        <source>It goes on in library code.</source>
        <translation>它继续执行库代码。</translation>
    </message>
    <message>
        <source>It executes line %1.</source>
        <translation>它执行第 %1 行。</translation>
    </message>
    <message>
        <source>It executes line {line}: {source}</source>
        <translation>它执行第 {line} 行：{source}</translation>
    </message>
    <message>
        <source>It goes on after its sleep.</source>
        <translation>它休眠之后继续。</translation>
    </message>
    <message>
        <source>It goes on, having waited for %1 to end.</source>
        <translation>它等到了 %1 结束，继续运行。</translation>
    </message>
    <message>
        <source>It goes on, having started %1.</source>
        <translation>它已启动 %1，继续运行。</translation>
    </message>
    <message>
        <source>It tries again to acquire %1.</source>
        <translation>它再次尝试获取 %1。</translation>
    </message>
    <message>
        <source>It goes on after waiting for a file, a socket or another process.</source>
        <translation>它等到了文件、套接字或另一个进程，继续运行。</translation>
    </message>
    <message>
        <source>It goes on, having waited for %1.</source>
        <translation>它等到了 %1，继续运行。</translation>
    </message>
    <message>
        <source>It gives its lock away and waits until %1 is notified.</source>
        <translation>它交出锁，并等待 %1 的通知。</translation>
    </message>
    <message>
        <source>It arrives at %1.</source>
        <translation>它到达 %1。</translation>
    </message>
    <message>
        <source>It waits until %1 is set.</source>
        <translation>它等待 %1 被设置。</translation>
    </message>
    <message>
        <source>It acquires %1.</source>
        <translation>它获取 %1。</translation>
    </message>
    <message>
        <source>It releases %1.</source>
        <translation>它释放 %1。</translation>
    </message>
    <message>
        <source>It notifies %1.</source>
        <translation>它通知 %1。</translation>
    </message>
    <message>
        <source>It sets %1.</source>
        <translation>它设置 %1。</translation>
    </message>
    <message>
        <source>It resets %1.</source>
        <translation>它重置 %1。</translation>
    </message>
    <message>
        <source>It looks at the state of %1.</source>
        <translation>它查看 %1 的状态。</translation>
    </message>
    <message>
        <source>It takes an item from %1.</source>
        <translation>它从 %1 取出一项。</translation>
    </message>
    <message>
        <source>It puts an item into %1.</source>
        <translation>它向 %1 放入一项。</translation>
    </message>
    <message>
        <source>It breaks %1.</source>
        <translation>它使 %1 损坏。</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>它继续运行。</translation>
    </message>
    <message>
        <source>It starts %1, and waits until that runs.</source>
        <translation>它启动 %1，并等它运行起来。</translation>
    </message>
    <message>
        <source>It cancels the timer %1.</source>
        <translation>它取消定时器 %1。</translation>
    </message>
    <message>
        <source>It asks whether %1 is alive.</source>
        <translation>它询问 %1 是否存活。</translation>
    </message>
    <message>
        <source>It waits for the threads that are left.</source>
        <translation>它等待其余的线程。</translation>
    </message>
    <message>
        <source>It joins %1.</source>
        <translation>它等待 %1 结束（join）。</translation>
    </message>
    <message>
        <source>It begins to run.</source>
        <translation>它开始运行。</translation>
    </message>
    <message>
        <source>It reads or writes {variable} (line {line}).</source>
        <translation>它读或写 {variable}（第 {line} 行）。</translation>
    </message>
    <message>
        <source>It would have to wait: %1 is alive.</source>
        <translation>它将不得不等待：%1 还存活。</translation>
    </message>
    <message>
        <source>It would have to wait: %1 holds it.</source>
        <translation>它将不得不等待：%1 正持有它。</translation>
    </message>
    <message>
        <source>It would have to wait.</source>
        <translation>它将不得不等待。</translation>
    </message>
    <message>
        <source>It would not get it: %1 holds it.</source>
        <translation>它得不到：%1 正持有它。</translation>
    </message>
    <message>
        <source>It would not get it.</source>
        <translation>它得不到。</translation>
    </message>
    <message>
        <source>It would wait for ever: it holds it itself.</source>
        <translation>它将永远等下去：持有者正是它自己。</translation>
    </message>
    <message>
        <source>Only one thread can go on here.</source>
        <translation>这里只有一个线程可以继续。</translation>
    </message>
    <message>
        <source>Decision {decision}: who is woken, of those that wait for {object}?</source>
        <translation>决策 {decision}：等待 {object} 的线程中唤醒哪一个？</translation>
    </message>
    <message>
        <source>Decision %1: who is first, of those that act at the same moment?</source>
        <translation>决策 %1：同一时刻行动的线程中谁先？</translation>
    </message>
    <message>
        <source>Decision %1: who runs?</source>
        <translation>决策 %1：谁来运行？</translation>
    </message>
    <message>
        <source>A thread has come to the line of the cursor.</source>
        <translation>有线程到达了光标所在的行。</translation>
    </message>
    <message>
        <source>Stopped at a breakpoint: %1.</source>
        <translation>停在断点：%1。</translation>
    </message>
    <message>
        <source>The thread that was to run cannot go on.</source>
        <translation>要运行的线程不能继续了。</translation>
    </message>
    <message>
        <source>Only frozen threads could go on. Choose one all the same, or thaw it.</source>
        <translation>只有被冻结的线程可以继续。仍可选择其中之一，或将其解冻。</translation>
    </message>
    <message>
        <source>It could run, but is not asked about here.</source>
        <translation>它可以运行，但此处不涉及它。</translation>
    </message>
    <message>
        <source>It waits for %1 and would be woken.</source>
        <translation>它在等待 %1，将被唤醒。</translation>
    </message>
    <message>
        <source>before line %1</source>
        <translation>第 %1 行之前</translation>
    </message>
    <message>
        <source>%1 changes its owner</source>
        <translation>%1 换了持有者</translation>
    </message>
    <message>
        <source>%1 is used</source>
        <translation>%1 被使用</translation>
    </message>
    <message>
        <source>{thread} comes to {place}</source>
        <translation>{thread} 变为 {place}</translation>
    </message>
    <message>
        <source>after an event: %1</source>
        <translation>在事件之后：%1</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::InputField</name>
    <message>
        <source>What the program &amp;reads with input(), a line each:</source>
        <translation>程序用 input() 读取的内容，每行一条(&amp;R)：</translation>
    </message>
    <message>
        <source>What the program reads with input()</source>
        <translation>程序用 input() 读取的内容</translation>
    </message>
    <message>
        <source>Type it before the run: so every run reads the same.</source>
        <translation>请在运行之前输入：这样每次运行读到的内容都相同。</translation>
    </message>
    <message>
        <source>Run with this</source>
        <translation>用此输入运行</translation>
    </message>
    <message>
        <source>Run the program again with this input (Ctrl+Enter)</source>
        <translation>用此输入再次运行程序（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::LearnPanel</name>
    <message>
        <source>No page speaks of this.</source>
        <translation>没有页面讲到它。</translation>
    </message>
    <message>
        <source>Search the lessons</source>
        <translation>搜索课程</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Page before (Alt+Left)</source>
        <translation>上一页（Alt+左）</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::LearningCommands</name>
    <message>
        <source>%1: click to read what this is.</source>
        <translation>%1：点击可阅读说明。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Lessons</name>
    <message>
        <source>Open this program</source>
        <translation>打开这个程序</translation>
    </message>
    <message>
        <source>It prints:</source>
        <translation>它的输出：</translation>
    </message>
    <message>
        <source>Open the example “%1”</source>
        <translation>打开示例“%1”</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::MainWindow</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Measures</name>
    <message>
        <source>Running</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>Sleeping</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>被打断</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Turnaround</source>
        <translation>周转</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>取得次数</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>等待次数</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>易手</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>Longest hold</source>
        <translation>最长持有</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等待总计</translation>
    </message>
    <message>
        <source>Most waiters</source>
        <translation>最多等待者</translation>
    </message>
    <message>
        <source>Time in which the thread ran: it had the GIL, or a core.</source>
        <translation>线程运行的时间：它持有 GIL 或占用一个核。</translation>
    </message>
    <message>
        <source>Time in which the thread waited for a primitive or for another thread.</source>
        <translation>线程等待某个同步对象或另一线程的时间。</translation>
    </message>
    <message>
        <source>Time in time.sleep().</source>
        <translation>在 time.sleep() 中的时间。</translation>
    </message>
    <message>
        <source>How often the thread was given the GIL, or a core.</source>
        <translation>线程获得 GIL 或一个核的次数。</translation>
    </message>
    <message>
        <source>How often it lost the GIL, or its core, although it could have gone on.</source>
        <translation>它本可继续、却失去 GIL 或核的次数。</translation>
    </message>
    <message>
        <source>The longest time, in one piece, in which it was ready or blocked.</source>
        <translation>连续处于就绪或阻塞状态的最长时间。</translation>
    </message>
    <message>
        <source>Response time: from start() to the first moment in which the thread runs.</source>
        <translation>响应时间：从 start() 到线程第一次运行的时刻。</translation>
    </message>
    <message>
        <source>Turnaround time: from start() to the end of the thread.</source>
        <translation>周转时间：从 start() 到线程结束。</translation>
    </message>
    <message>
        <source>How often it was taken; an RLock that its owner takes again counts once.</source>
        <translation>被取得的次数；RLock 被持有者重复取得只算一次。</translation>
    </message>
    <message>
        <source>Contention: how often a thread had to wait for it.</source>
        <translation>争用：线程不得不等待它的次数。</translation>
    </message>
    <message>
        <source>How often another thread took it than the one that had it before.</source>
        <translation>取得它的线程与上一个持有者不同的次数。</translation>
    </message>
    <message>
        <source>Hold time, the sum over all threads.</source>
        <translation>持有时间，对所有线程求和。</translation>
    </message>
    <message>
        <source>The longest time that one thread held it.</source>
        <translation>某个线程持有它的最长时间。</translation>
    </message>
    <message>
        <source>Wait time, the sum over all threads.</source>
        <translation>等待时间，对所有线程求和。</translation>
    </message>
    <message>
        <source>The longest time that one thread waited for it.</source>
        <translation>某个线程等待它的最长时间。</translation>
    </message>
    <message>
        <source>How many threads waited for it at the same moment, at most.</source>
        <translation>同一时刻最多有多少线程等待它。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Waiting time: all the time in which the thread could have run, but others ran. It is the time in the state &quot;ready&quot;; what it waited for locks is not in it.</source>
        <translation>等待时间：线程可以运行、但别的线程在运行的全部时间，即处于“就绪”状态的时间；等锁的时间不计在内。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Menus</name>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::MessageLine</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>关闭此消息 (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ModelDialog</name>
    <message>
        <source>Compare models</source>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>With the GIL one thread runs at a time. Without it threads run at the same time, one on each core. That helps threads that compute, and not those that wait.</source>
        <translation>有 GIL 时一次只运行一个线程。没有 GIL 时，各线程同时运行，每个核心一个。这对做计算的线程有帮助，对等待的线程则没有。</translation>
    </message>
    <message>
        <source>The programs are run with the GIL and on several cores…</source>
        <translation>正在分别以有 GIL 和多核心的方式运行程序…</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Names</name>
    <message>
        <source>an unknown thread</source>
        <translation>未知线程</translation>
    </message>
    <message>
        <source>thread #{id}</source>
        <translation>线程 #{id}</translation>
    </message>
    <message>
        <source>an unknown object</source>
        <translation>未知对象</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另外 {count} 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} 和 {last}</translation>
    </message>
    <message>
        <source>{whole}.{fraction} s</source>
        <comment>virtual time in seconds</comment>
        <translation>{whole}.{fraction} 秒</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::NoteCommands</name>
    <message>
        <source>note</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::NoteModel</name>
    <message>
        <source>steps {from} to {to}</source>
        <translation>第 {from} 至 {to} 步</translation>
    </message>
    <message>
        <source>{run}, events {from} to {to}</source>
        <comment>name of a run</comment>
        <translation>{run}，事件 {from} 至 {to}</translation>
    </message>
    <message>
        <source>{run}, event {event}</source>
        <comment>name of a run</comment>
        <translation>{run}，事件 {event}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>A note is pinned to the step at the cursor, or to the span that is selected on the timeline.</source>
        <translation>笔记钉在光标所在的步上，或钉在时间线上选中的区段上。</translation>
    </message>
    <message>
        <source>Choose a note to read and edit it.</source>
        <translation>选择一条笔记来阅读和编辑。</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>笔记的文字</translation>
    </message>
    <message>
        <source>&amp;Add note</source>
        <translation>添加笔记(&amp;A)</translation>
    </message>
    <message>
        <source>Pin a note to the cursor, or to the selected span</source>
        <translation>在光标处或选中的区段上钉一条笔记</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the chosen note (Delete)</source>
        <translation>删除选定的笔记（Delete）</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OpenProgram</name>
    <message>
        <source>untitled.py</source>
        <translation>未命名.py</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1 有尚未保存的更改。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Save the program</source>
        <translation>保存程序</translation>
    </message>
    <message>
        <source>Python programs (*.py)</source>
        <translation>Python 程序 (*.py)</translation>
    </message>
    <message>
        <source>Turnwise ended with unsaved changes of {name}. A copy of {time} was kept.</source>
        <translation>Turnwise 上次退出时，{name} 还有未保存的更改。已保留 {time} 的备份。</translation>
    </message>
    <message>
        <source>Open the copy</source>
        <translation>打开备份</translation>
    </message>
    <message>
        <source>Delete the copy</source>
        <translation>删除备份</translation>
    </message>
    <message>
        <source>No safety copy of what is not saved can be written to %1.</source>
        <translation>无法把未保存内容的安全副本写到 %1。</translation>
    </message>
    <message>
        <source>There are unsaved runs and notes of {name}, from {time}.</source>
        <translation>{name} 有未保存的运行和笔记，时间为 {time}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Operations</name>
    <message>
        <source>read {object}</source>
        <translation>读取 {object}</translation>
    </message>
    <message>
        <source>write {object}</source>
        <translation>写入 {object}</translation>
    </message>
    <message>
        <source>update {object}</source>
        <translation>更新 {object}</translation>
    </message>
    <message>
        <source>acquire {object}</source>
        <translation>获取 {object}</translation>
    </message>
    <message>
        <source>try to acquire {object}</source>
        <translation>尝试获取 {object}</translation>
    </message>
    <message>
        <source>release {object}</source>
        <translation>释放 {object}</translation>
    </message>
    <message>
        <source>time out of acquire {object}</source>
        <translation>获取 {object} 超时</translation>
    </message>
    <message>
        <source>look at the lock {object}</source>
        <translation>查看锁 {object}</translation>
    </message>
    <message>
        <source>let go of the lock {object}</source>
        <translation>放开锁 {object}</translation>
    </message>
    <message>
        <source>wait {object}</source>
        <translation>等待 {object}</translation>
    </message>
    <message>
        <source>notify {object}</source>
        <translation>通知 {object}</translation>
    </message>
    <message>
        <source>time out of wait {object}</source>
        <translation>等待 {object} 超时</translation>
    </message>
    <message>
        <source>set {object}</source>
        <translation>设置 {object}</translation>
    </message>
    <message>
        <source>clear {object}</source>
        <translation>清除 {object}</translation>
    </message>
    <message>
        <source>look at the event {object}</source>
        <translation>查看事件 {object}</translation>
    </message>
    <message>
        <source>change the barrier {object}</source>
        <translation>改变屏障 {object}</translation>
    </message>
    <message>
        <source>look at the barrier {object}</source>
        <translation>查看屏障 {object}</translation>
    </message>
    <message>
        <source>start {object}</source>
        <translation>启动 {object}</translation>
    </message>
    <message>
        <source>look at the thread {object}</source>
        <translation>查看线程 {object}</translation>
    </message>
    <message>
        <source>time out of join {object}</source>
        <translation>等待 {object} 结束超时</translation>
    </message>
    <message>
        <source>end {object}</source>
        <translation>结束 {object}</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{operations} and {last}</source>
        <translation>{operations}和{last}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OptionBox</name>
    <message numerus="yes">
        <source>at most %n interleaving(s)</source>
        <translation>
            <numerusform>最多 %n 种交错</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 s</source>
        <translation>最多 %1 秒</translation>
    </message>
    <message>
        <source>for as long as it takes</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>The order of prints matters</source>
        <translation>区分打印的先后次序</translation>
    </message>
    <message>
        <source>Two interleavings that differ only in the order in which threads print are two outcomes.</source>
        <translation>两种交错若只是各线程打印的次序不同，也算作两种结局。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Switch threads</source>
        <translation>切换线程</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>Interleavings</source>
        <translation>交错</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>进程</translation>
    </message>
    <message>
        <source>Where another thread may be chosen</source>
        <translation>在哪里可以改选另一个线程</translation>
    </message>
    <message>
        <source>When sleeps and timeouts end</source>
        <translation>休眠和超时何时结束</translation>
    </message>
    <message>
        <source>Whether every interleaving is executed, or samples</source>
        <translation>执行每一种交错，还是抽样</translation>
    </message>
    <message>
        <source>How many processes share the search</source>
        <translation>由多少个进程分担搜索</translation>
    </message>
    <message>
        <source>The search ends after that many seconds</source>
        <translation>搜索在这么多秒后结束</translation>
    </message>
    <message>
        <source>The search ends after that many interleavings</source>
        <translation>搜索在这么多种交错后结束</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OutcomeChart</name>
    <message>
        <source>interleavings</source>
        <translation>交错数</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>正常结束</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interleavings of each outcome</source>
        <translation>每种结局的交错数</translation>
    </message>
    <message numerus="yes">
        <source>{name}: {ending}, %n interleaving(s)</source>
        <comment>outcome, how it ended</comment>
        <translation>
            <numerusform>{name}：{ending}，%n 种交错</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OutcomeModel</name>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>What the chart calls this outcome.</source>
        <translation>图表中这种结局的名称。</translation>
    </message>
    <message>
        <source>How the program ended.</source>
        <translation>程序如何结束。</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>What it printed; ⏎ is the end of a line.</source>
        <translation>程序打印的内容；⏎ 表示行尾。</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Of what its threads died.</source>
        <translation>线程因什么而终止。</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>How many of the interleavings that were executed end so.</source>
        <translation>已执行的交错中有多少种这样结束。</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Their share of all interleavings that were executed; it says nothing of how likely they are.</source>
        <translation>占全部已执行交错的比例；它并不说明发生的可能性有多大。</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>The choices of one that ends so, with the fewest preemptions.</source>
        <translation>这样结束且抢占最少的一次运行所作的选择。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OutcomeView</name>
    <message>
        <source>Outcomes</source>
        <translation>结局</translation>
    </message>
    <message>
        <source>Enter opens a run that ends so.</source>
        <translation>按回车打开这样结束的一次运行。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Outcomes</name>
    <message>
        <source>The run was ended after {time} s of virtual time.</source>
        <translation>运行在 {time} 秒虚拟时间之后被终止。</translation>
    </message>
    <message>
        <source>The run was ended at {time} s of virtual time: nothing more happens before its limit of {limit} s.</source>
        <translation>运行在虚拟时间 {time} 秒处被终止：在 {limit} 秒的上限之前不会再发生任何事。</translation>
    </message>
    <message>
        <source>The program created more than {threads} threads.</source>
        <translation>程序创建的线程超过了 {threads} 个。</translation>
    </message>
    <message>
        <source>The program printed more than {bytes} bytes.</source>
        <translation>程序打印的内容超过了 {bytes} 字节。</translation>
    </message>
    <message>
        <source>The main thread ended with {exception}</source>
        <translation>主线程因 {exception} 而终止</translation>
    </message>
    <message>
        <source>An exception ended {threads}.</source>
        <translation>异常终止了 {threads}。</translation>
    </message>
    <message>
        <source>The program ended the process with os._exit({status}).</source>
        <translation>程序用 os._exit({status}) 结束了进程。</translation>
    </message>
    <message>
        <source>The program crashed: it used memory that is not its own (SIGSEGV), or its recursion was too deep for the C stack.</source>
        <translation>程序崩溃：它使用了不属于自己的内存（SIGSEGV），或者递归太深，超出了 C 栈。</translation>
    </message>
    <message>
        <source>The program crashed: a memory access failed (SIGBUS).</source>
        <translation>程序崩溃：内存访问失败（SIGBUS）。</translation>
    </message>
    <message>
        <source>The program crashed: an arithmetic error in C code (SIGFPE).</source>
        <translation>程序崩溃：C 代码中的算术错误（SIGFPE）。</translation>
    </message>
    <message>
        <source>The program crashed: an invalid instruction (SIGILL).</source>
        <translation>程序崩溃：无效指令（SIGILL）。</translation>
    </message>
    <message>
        <source>The program was aborted by C code (SIGABRT).</source>
        <translation>程序被 C 代码中止（SIGABRT）。</translation>
    </message>
    <message>
        <source>The limits are on the page Preferences (Ctrl+,), under “Runs”.</source>
        <translation>这些上限可以在“首选项”（Ctrl+,）的“运行”一栏中修改。</translation>
    </message>
    <message>
        <source>The run was ended after {steps} scheduling points. The program may loop for ever; if it does not, allow it more.</source>
        <translation>运行在 {steps} 个调度点之后被终止。程序可能在无限循环；如果不是，请提高上限。</translation>
    </message>
    <message>
        <source>{thread} reads input, and there is none left.</source>
        <translation>{thread} 要读取输入，但已没有剩余的输入。</translation>
    </message>
    <message>
        <source>Line {line}: {thread} reads input, and there is none left.</source>
        <translation>第 {line} 行：{thread} 要读取输入，但已没有剩余的输入。</translation>
    </message>
    <message>
        <source>Type what the program shall read below its output (Ctrl+Alt+I), and run it with this (Ctrl+Enter).</source>
        <translation>请在输出下方输入程序要读取的内容（Ctrl+Alt+I），然后用此输入运行（Ctrl+Enter）。</translation>
    </message>
    <message>
        <source>It was longer than {steps} steps.</source>
        <translation>它超过了 {steps} 步。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::OutlineModel</name>
    <message>
        <source>%1, changed</source>
        <translation>%1，已改变</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Panels</name>
    <message>
        <source>Alive: {alive} (active_count); made so far: {made}</source>
        <translation>存活 {alive} 个（active_count）；至今共创建 {made} 个</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Thread-local data</source>
        <translation>线程局部数据</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Call stack</source>
        <translation>调用栈</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>持有者</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待者</translation>
    </message>
    <message>
        <source>Object, thread, attribute</source>
        <translation>对象、线程、属性</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Ident</source>
        <translation>标识符</translation>
    </message>
    <message>
        <source>Daemon</source>
        <translation>守护</translation>
    </message>
    <message>
        <source>Alive</source>
        <translation>存活</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>The program has made no lock or other primitive yet.</source>
        <translation>程序还没有创建锁或其他同步对象。</translation>
    </message>
    <message>
        <source>The program uses no thread-local data.</source>
        <translation>程序没有使用线程局部数据。</translation>
    </message>
    <message>
        <source>Calls of %1, the innermost first</source>
        <translation>%1 的调用，最内层在前</translation>
    </message>
    <message>
        <source>No thread is running.</source>
        <translation>没有线程在运行。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Papers</name>
    <message>
        <source>A4, landscape</source>
        <translation>A4 横向</translation>
    </message>
    <message>
        <source>A4, portrait</source>
        <translation>A4 纵向</translation>
    </message>
    <message>
        <source>A3, landscape</source>
        <translation>A3 横向</translation>
    </message>
    <message>
        <source>Letter, landscape</source>
        <translation>Letter 横向</translation>
    </message>
    <message>
        <source>Letter, portrait</source>
        <translation>Letter 纵向</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>Slide 4:3</source>
        <translation>幻灯片 4:3</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PatternPanel</name>
    <message>
        <source>Patterns</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>You are predicting: what this run shows is told at its end.</source>
        <translation>你正在预测：这次运行说明了什么，到最后才告诉你。</translation>
    </message>
    <message>
        <source>Run a program: if something with a name happens in the run, for example a lost update or a deadly embrace, it is shown here with the moments that prove it.</source>
        <translation>运行一个程序：如果其中发生了有名称的事情，例如丢失的更新或死锁环，就会在这里列出，并附上作为证据的时刻。</translation>
    </message>
    <message>
        <source>None of the known patterns happened in this run. Another schedule may show one.</source>
        <translation>这次运行里没有出现任何已知的模式。换一个调度也许会出现。</translation>
    </message>
    <message>
        <source>Looking for patterns…</source>
        <translation>正在寻找模式……</translation>
    </message>
    <message>
        <source>The same happened %1 times in this run; this is the first time.</source>
        <translation>这次运行里同样的事发生了 %1 次；这里是第一次。</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>What this is, and how to avoid it: %1</source>
        <translation>这是什么，怎样避免：%1</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PolicyChart</name>
    <message>
        <source>{policy}: {measure} {time}</source>
        <comment>policy, measure, time</comment>
        <translation>{policy}：{measure} {time}</translation>
    </message>
    <message>
        <source>One program, every policy: mean virtual times in %1</source>
        <translation>同一程序，各种策略：平均虚拟时间（%1）</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PolicyModel</name>
    <message>
        <source>%1 %</source>
        <comment>share</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} / {whole}</translation>
    </message>
    <message>
        <source>The mean over the threads that the program started. %1</source>
        <translation>对程序启动的各线程取平均。%1</translation>
    </message>
    <message>
        <source>Who decides where two threads or more could run.</source>
        <translation>在两个或更多线程可以运行时由谁决定。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>How the run ended.</source>
        <translation>运行如何结束。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The virtual time of the whole run.</source>
        <translation>整次运行的虚拟时间。</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>The share of the time in which somebody ran, over all cores.</source>
        <translation>有线程在运行的时间所占比例，对所有核计算。</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>忙碌</translation>
    </message>
    <message>
        <source>How often the GIL, or a core, went from one thread to another.</source>
        <translation>GIL 或一个核从一个线程转到另一线程的次数。</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>How many of these threads ended: only they have a turnaround time.</source>
        <translation>这些线程中有多少结束了：只有它们才有周转时间。</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PolicyPanel</name>
    <message>
        <source>%1 runs…</source>
        <comment>a policy</comment>
        <translation>正在运行：%1…</translation>
    </message>
    <message>
        <source>Enter on a line shows that run.</source>
        <translation>在某行按 Enter 可显示那次运行。</translation>
    </message>
    <message>
        <source>&amp;Compare policies</source>
        <translation>比较策略(&amp;C)</translation>
    </message>
    <message>
        <source>Run the program once under each policy</source>
        <translation>在每种策略下各运行一次程序</translation>
    </message>
    <message>
        <source>Which policy lets threads wait least? Here the program is run once under each of them.</source>
        <translation>哪种策略让线程等得最少？这里在每种策略下各运行一次程序。</translation>
    </message>
    <message>
        <source>Policies side by side</source>
        <translation>策略对照</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PolicyWords</name>
    <message>
        <source>With the GIL</source>
        <translation>有 GIL</translation>
    </message>
    <message>
        <source>One thread runs at a time: the one that has the GIL.</source>
        <translation>一次只运行一个线程：持有 GIL 的那个。</translation>
    </message>
    <message>
        <source>On several cores</source>
        <translation>多个核心</translation>
    </message>
    <message>
        <source>There is no GIL: a thread runs on every core.</source>
        <translation>没有 GIL：每个核心上运行一个线程。</translation>
    </message>
    <message>
        <source>every line</source>
        <translation>每一行</translation>
    </message>
    <message>
        <source>Before every line of code and every operation on a lock or the like.</source>
        <translation>在每行代码以及每次对锁等的操作之前。</translation>
    </message>
    <message>
        <source>every bytecode</source>
        <translation>每条字节码</translation>
    </message>
    <message>
        <source>Before every bytecode that reads or writes what threads share: x += 1 is a load, an addition and a store.</source>
        <translation>在每条读写线程共享内容的字节码之前：x += 1 是一次读取、一次相加和一次写入。</translation>
    </message>
    <message>
        <source>as CPython 3.11</source>
        <translation>同 CPython 3.11</translation>
    </message>
    <message>
        <source>Only where CPython 3.11 looks whether to give up the GIL: after a function was entered, after a jump back, after a call.</source>
        <translation>只在 CPython 3.11 检查是否要交出 GIL 的地方：进入函数之后、向回跳转之后、调用之后。</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>各次操作</translation>
    </message>
    <message>
        <source>Only before operations on locks and the like.</source>
        <translation>只在对锁等的操作之前。</translation>
    </message>
    <message>
        <source>blocking only</source>
        <translation>仅阻塞处</translation>
    </message>
    <message>
        <source>Only where a thread has to wait.</source>
        <translation>只在线程必须等待的地方。</translation>
    </message>
    <message>
        <source>Round robin</source>
        <translation>轮转</translation>
    </message>
    <message>
        <source>A thread runs until it has to wait or the switch interval is over; then it is the turn of the one that has waited longest.</source>
        <translation>线程一直运行到必须等待或切换间隔用完；然后轮到等得最久的线程。</translation>
    </message>
    <message>
        <source>First come, first served</source>
        <translation>先来先服务</translation>
    </message>
    <message>
        <source>A thread runs until it has to wait.</source>
        <translation>线程一直运行到必须等待。</translation>
    </message>
    <message>
        <source>Priorities</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>The thread with the highest priority runs, at once.</source>
        <translation>优先级最高的线程立即运行。</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Any thread, at every decision; the seed says which.</source>
        <translation>每个决策点任选一个线程；由种子决定。</translation>
    </message>
    <message>
        <source>Random priorities (PCT)</source>
        <translation>随机优先级（PCT）</translation>
    </message>
    <message>
        <source>Random priorities that change a few times: finds rare errors with a known probability.</source>
        <translation>随机优先级，中途变化几次：以已知的概率找到罕见的错误。</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>You choose at every decision.</source>
        <translation>每个决策点由你选择。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PredictBar</name>
    <message>
        <source>Answer {number}: {answer}</source>
        <translation>答案 {number}：{answer}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Right. %1</source>
        <translation>答对了。%1</translation>
    </message>
    <message>
        <source>Not this time. %1</source>
        <translation>这次不对。%1</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop predicting (Esc)</source>
        <translation>停止预测（Esc）</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::PredictMode</name>
    <message>
        <source>Say what comes next before you see it: press F8 for the next step, and answer with the keys 1 to 4.</source>
        <translation>在看到之前先说出接下来会怎样：按 F8 走下一步，用数字键 1 到 4 回答。</translation>
    </message>
    <message>
        <source>You went to another step. Press F8 to be asked about the next one.</source>
        <translation>你去了别的步骤。按 F8 就会问你下一步。</translation>
    </message>
    <message>
        <source>Skipped. The step is shown below.</source>
        <translation>已跳过。这一步显示在下面。</translation>
    </message>
    <message>
        <source>No question at this step: there was nothing to choose.</source>
        <translation>这一步没有问题：没有什么可选的。</translation>
    </message>
    <message>
        <source>This is the end of the run.</source>
        <translation>运行到此结束。</translation>
    </message>
    <message>
        <source>Right: {right} of {asked}</source>
        <translation>答对：{right} / {asked}</translation>
    </message>
    <message>
        <source>Which thread runs next?</source>
        <translation>接下来哪个线程运行？</translation>
    </message>
    <message>
        <source>Now {thread} does something with {object}. Who holds {object} afterwards?</source>
        <translation>现在 {thread} 要对 {object} 做一件事。之后谁持有 {object}？</translation>
    </message>
    <message>
        <source>Now {thread} does something with {object}. What is the counter of {object} afterwards?</source>
        <translation>现在 {thread} 要对 {object} 做一件事。之后 {object} 的计数是多少？</translation>
    </message>
    <message>
        <source>Now {thread} executes its line. What is the value of {variable} afterwards?</source>
        <translation>现在 {thread} 执行它的这一行。之后 {variable} 的值是多少？</translation>
    </message>
    <message>
        <source>Now %1 prints something. What is it?</source>
        <translation>现在 %1 要打印一些内容。是什么？</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>没有人</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Preferences</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source> s of virtual time</source>
        <translation> 秒（虚拟时间）</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>A run that reaches a limit ends there and says so; what happened until then is kept.</source>
        <translation>运行达到某个上限时就在那里结束并说明原因；此前发生的一切都会保留。</translation>
    </message>
    <message>
        <source>&amp;Forget the recent files</source>
        <translation>清除最近的文件(&amp;F)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>主题(&amp;T)：</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>a size</comment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>大小(&amp;Z)：</translation>
    </message>
    <message>
        <source>&amp;Restore Defaults</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>Default mo&amp;del:</source>
        <translation>默认模型(&amp;D)：</translation>
    </message>
    <message>
        <source>Default &amp;policy:</source>
        <translation>默认策略(&amp;P)：</translation>
    </message>
    <message>
        <source>Default s&amp;witching:</source>
        <translation>默认切换点(&amp;W)：</translation>
    </message>
    <message>
        <source>Limit of ti&amp;me:</source>
        <translation>时间上限(&amp;M)：</translation>
    </message>
    <message>
        <source>Limit of t&amp;hreads:</source>
        <translation>线程数上限(&amp;H)：</translation>
    </message>
    <message>
        <source>Limit of &amp;output:</source>
        <translation>输出上限(&amp;O)：</translation>
    </message>
    <message>
        <source>Limit of &amp;scheduling points:</source>
        <translation>调度点上限(&amp;S)：</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Presenter</name>
    <message>
        <source>The program is about to run.</source>
        <translation>程序即将运行。</translation>
    </message>
    <message>
        <source>Run the program to see what its threads do.</source>
        <translation>运行程序，看看它的线程做了什么。</translation>
    </message>
    <message>
        <source>Nothing has happened yet. Go forward one step.</source>
        <translation>还什么都没有发生。请前进一步。</translation>
    </message>
    <message>
        <source>{sentence} This has a name: {pattern}.</source>
        <translation>{sentence} 这件事有个名称：{pattern}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ProgramTexts</name>
    <message>
        <source>the encoding %1, which its first lines name, is not known here. Save it as UTF-8, and take that line out.</source>
        <translation>开头几行声明的编码 %1 在这里无法识别。请另存为 UTF-8，并删掉那一行。</translation>
    </message>
    <message>
        <source>%1 is a text in UTF-16. Save it as UTF-8 in another editor first.</source>
        <translation>%1 是 UTF-16 文本。请先用别的编辑器把它另存为 UTF-8。</translation>
    </message>
    <message>
        <source>%1 holds bytes that are not a text, so it is not a Python program.</source>
        <translation>%1 含有不是文本的字节，所以它不是 Python 程序。</translation>
    </message>
    <message>
        <source>{name} is not a text in {encoding}, though its first lines say so.</source>
        <translation>{name} 的开头几行声明编码为 {encoding}，但内容并不是。</translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8. Save it as UTF-8 in another editor, or name its encoding in the first line: # coding: gbk</source>
        <translation>%1 不是 UTF-8 文本。请用别的编辑器把它另存为 UTF-8，或在第一行声明它的编码：# coding: gbk</translation>
    </message>
    <message>
        <source>it has characters that do not exist in %1, the encoding that its first lines name. Change that line to: # coding: utf-8</source>
        <translation>其中有些字符在开头几行声明的编码 %1 中不存在。请把那一行改成：# coding: utf-8</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ProgramView</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Threads at their lines</source>
        <translation>各线程所在的行</translation>
    </message>
    <message>
        <source>The text was changed since it ran, so the threads are not shown beside it. Run it again to see them.</source>
        <translation>运行之后文本已改动，因此旁边不再显示线程。重新运行即可看到它们。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RaceView</name>
    <message>
        <source>%1 There are more accesses than are shown.</source>
        <translation>%1 还有未显示的访问。</translation>
    </message>
    <message>
        <source>No lock is held</source>
        <translation>没有持有锁</translation>
    </message>
    <message>
        <source>%1 held</source>
        <comment>locks</comment>
        <translation>持有 %1</translation>
    </message>
    <message>
        <source>%1, in the race</source>
        <comment>reads</comment>
        <translation>%1（参与竞争）</translation>
    </message>
    <message>
        <source>called at %1</source>
        <translation>调用于 %1</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Accesses to the variable of the race</source>
        <translation>对竞争变量的访问</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Races</name>
    <message numerus="yes">
        <source>No lock is held at any of the %n access(es) to %1.</source>
        <translation>
            <numerusform>对 %1 的 %n 处访问都没有持有锁。</numerusform>
        </translation>
    </message>
    <message>
        <source>{lock} is held at every access to {variable}.</source>
        <translation>每次访问 {variable} 时都持有 {lock}。</translation>
    </message>
    <message>
        <source>{lock} guards {variable} at {guarded} of {accesses} accesses, and is missing at the others.</source>
        <translation>{lock} 保护了 {variable} 的 {accesses} 处访问中的 {guarded} 处，其余各处没有。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RunBar</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Who runs when several threads could</source>
        <translation>有多个线程可以运行时，谁来运行</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same run, every time</source>
        <translation>相同的种子每次都得到相同的运行</translation>
    </message>
    <message>
        <source>Switch at</source>
        <translation>切换点</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度序列</translation>
    </message>
    <message>
        <source>as the policy chooses</source>
        <translation>由策略选择</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Whether one thread runs at a time, or one on every core</source>
        <translation>一次只运行一个线程，还是每个核心运行一个</translation>
    </message>
    <message>
        <source>Where another thread may be chosen</source>
        <translation>在哪里可以改选另一个线程</translation>
    </message>
    <message>
        <source>A schedule that was copied from a run: its choices are made first, then those of the policy</source>
        <translation>从某次运行复制的调度序列：先作出其中的选择，然后由策略选择</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RunCommands</name>
    <message>
        <source>This run had no choice to make, so its schedule is empty.</source>
        <translation>这次运行没有需要做的选择，所以调度序列为空。</translation>
    </message>
    <message>
        <source>The schedule of this run is in the clipboard.</source>
        <translation>这次运行的调度序列已复制到剪贴板。</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>There is no schedule in %1.</source>
        <translation>%1 中没有调度序列。</translation>
    </message>
    <message>
        <source>What is in {place} is no schedule: {reason}</source>
        <translation>{place} 中的内容不是调度序列：{reason}</translation>
    </message>
    <message>
        <source>Save the schedule</source>
        <translation>保存调度序列</translation>
    </message>
    <message>
        <source>Schedules (*.schedule)</source>
        <translation>调度序列 (*.schedule)</translation>
    </message>
    <message>
        <source>The schedule cannot be written to {path}: {reason}.</source>
        <translation>调度序列无法写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Open a schedule</source>
        <translation>打开调度序列</translation>
    </message>
    <message>
        <source>Schedules (*.schedule);;All files (*)</source>
        <translation>调度序列 (*.schedule);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>无法读取 {path}：{reason}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RunOptionsDialog</name>
    <message>
        <source>Run options</source>
        <translation>运行选项</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>name of a thread=number, one a line; others have 0</source>
        <translation>线程名=数字，每行一个；其余为 0</translation>
    </message>
    <message>
        <source>Who holds a lock &amp;inherits the priority of whoever waits for it</source>
        <translation>锁的持有者继承等待者的优先级(&amp;I)</translation>
    </message>
    <message>
        <source>Whom a release or a notify &amp;wakes is a decision, too</source>
        <translation>释放或通知时唤醒谁也是一个决策(&amp;W)</translation>
    </message>
    <message>
        <source>Condition.wait() may end for no &amp;reason</source>
        <translation>Condition.wait() 可能无故返回(&amp;R)</translation>
    </message>
    <message>
        <source>Where threads run, and where they are switched</source>
        <translation>线程在哪里运行，在哪里切换</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Cores</source>
        <translation>核心数(&amp;C)</translation>
    </message>
    <message>
        <source>Switch &amp;at</source>
        <translation>切换点(&amp;A)</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Switch in&amp;terval</source>
        <translation>切换间隔(&amp;T)</translation>
    </message>
    <message>
        <source>Cost of a &amp;line</source>
        <translation>一行的开销(&amp;L)</translation>
    </message>
    <message>
        <source>Cost of a &amp;bytecode</source>
        <translation>一条字节码的开销(&amp;B)</translation>
    </message>
    <message>
        <source>Cost of a s&amp;witch</source>
        <translation>一次切换的开销(&amp;S)</translation>
    </message>
    <message>
        <source>Who runs</source>
        <translation>谁来运行</translation>
    </message>
    <message>
        <source>&amp;Policy</source>
        <translation>策略(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Depth of the error</source>
        <translation>错误的深度(&amp;D)</translation>
    </message>
    <message>
        <source>Decisions in a r&amp;un, about</source>
        <translation>一次运行约有的决策数(&amp;U)</translation>
    </message>
    <message>
        <source>Priorit&amp;ies</source>
        <translation>优先级(&amp;O)</translation>
    </message>
    <message>
        <source>What else is chosen</source>
        <translation>还有哪些是选择</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RunTreeModel</name>
    <message>
        <source>{run} — {origin}</source>
        <comment>name of a run, what makes it different</comment>
        <translation>{run} — {origin}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Schedule: %1</source>
        <translation>调度序列：%1</translation>
    </message>
    <message>
        <source>%1, shown</source>
        <translation>%1，正在显示</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Runs</name>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>decision {decision}: {thread}</source>
        <translation>决策 {decision}：{thread}</translation>
    </message>
    <message>
        <source>trace that was opened</source>
        <translation>打开的运行记录</translation>
    </message>
    <message>
        <source>schedule that was given</source>
        <translation>给定的调度序列</translation>
    </message>
    <message>
        <source>{policy}, seed {seed}</source>
        <translation>{policy}，种子 {seed}</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::RunsPanel</name>
    <message>
        <source>&amp;Show this run</source>
        <translation>显示这次运行(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Compare with the run that is shown</source>
        <translation>与正在显示的运行比较(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ScenarioCommands</name>
    <message>
        <source>The scenario is saved in %1.</source>
        <translation>场景已保存在 %1。</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>保存场景</translation>
    </message>
    <message>
        <source>Scenarios (*.turnwise)</source>
        <translation>场景 (*.turnwise)</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Scenarios</name>
    <message>
        <source>This is no scenario: a JSON object is expected.</source>
        <translation>这不是场景文件：应为一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: %1 is expected to be an object in braces.</source>
        <translation>场景无法使用：%1 应为花括号中的对象。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: {place} is expected to be {type}.</source>
        <translation>场景无法使用：{place} 应为{type}。</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation> true 或 false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>一个数</translation>
    </message>
    <message>
        <source>a whole number from 0 on</source>
        <translation>不小于 0 的整数</translation>
    </message>
    <message>
        <source>a list in square brackets</source>
        <translation>方括号中的列表</translation>
    </message>
    <message>
        <source>The scenario cannot be used: nothing is known of %1. Is it misspelt?</source>
        <translation>场景无法使用：不认识 %1。是否拼写有误？</translation>
    </message>
    <message>
        <source>The scenario cannot be used: %1 is expected to be a text in quotes.</source>
        <translation>场景无法使用：%1 应为引号中的文字。</translation>
    </message>
    <message>
        <source>this is larger than 64 MiB, which is no scenario.</source>
        <translation>大于 64 MiB，不会是场景文件。</translation>
    </message>
    <message>
        <source>The program %1 is missing. Put it there, or put its text into the scenario.</source>
        <translation>缺少程序 %1。请把它放到那里，或把它的文字写进场景。</translation>
    </message>
    <message>
        <source>this cannot be written: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>one of these: %1</source>
        <translation>其中之一：%1</translation>
    </message>
    <message>
        <source>a number of seconds from 0 on</source>
        <translation>不小于 0 的秒数</translation>
    </message>
    <message>
        <source>This is no scenario of Turnwise: it does not begin with &quot;%1&quot;.</source>
        <translation>这不是 Turnwise 的场景文件：开头没有“%1”。</translation>
    </message>
    <message>
        <source>1</source>
        <translation>1</translation>
    </message>
    <message>
        <source>The scenario was written by a newer Turnwise (version {version} of the format; this one reads {known}). Update Turnwise, or save the scenario again with the older one.</source>
        <translation>该场景由更新版本的 Turnwise 写出（格式版本 {version}；当前版本只能读 {known}）。请更新 Turnwise，或用旧版本重新保存该场景。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: %1 is expected to be a list of lines, or one text.</source>
        <translation>场景无法使用：%1 应为各行的列表，或一段文字。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: %1 is missing.</source>
        <translation>场景无法使用：缺少 %1。</translation>
    </message>
    <message>
        <source>the name of a file without its folder</source>
        <translation>不带文件夹的文件名</translation>
    </message>
    <message>
        <source>The scenario cannot be used: it holds neither the text of a program nor its path.</source>
        <translation>场景无法使用：其中既没有程序的文字，也没有程序的路径。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: {place}. {reason}</source>
        <translation>场景无法使用：{place}。{reason}</translation>
    </message>
    <message>
        <source>a whole number from 1 on</source>
        <translation>不小于 1 的整数</translation>
    </message>
    <message>
        <source>a list of 1 to %1 runs</source>
        <translation>含 1 至 %1 次运行的列表</translation>
    </message>
    <message>
        <source>The scenario cannot be used: %1 has an id that another run has, too.</source>
        <translation>场景无法使用：%1 的 id 与另一次运行相同。</translation>
    </message>
    <message>
        <source>The scenario cannot be used: the parent of %1 is not among the runs before it.</source>
        <translation>场景无法使用：%1 的 parent 不在它之前的运行之中。</translation>
    </message>
    <message>
        <source>the id of a run</source>
        <translation>某次运行的 id</translation>
    </message>
    <message>
        <source>no less than %1</source>
        <translation>不小于 %1</translation>
    </message>
    <message>
        <source>The scenario cannot be read: in line %1 it is no JSON any more.</source>
        <translation>场景无法读取：从第 %1 行起不再是 JSON。</translation>
    </message>
    <message>
        <source>The scenario cannot be read: %1</source>
        <translation>场景无法读取：%1</translation>
    </message>
    <message>
        <source>a list of no more than %1 notes</source>
        <translation>不超过 %1 条笔记的列表</translation>
    </message>
    <message>
        <source>a list of numbers of threads</source>
        <translation>线程编号的列表</translation>
    </message>
    <message>
        <source>a list of no more than %1 breakpoints</source>
        <translation>不超过 %1 个断点的列表</translation>
    </message>
    <message>
        <source>an object of names and whole numbers from {least} to {largest}, as {&quot;logger&quot;: -1}</source>
        <translation>一个由名称和 {least} 到 {largest} 之间的整数组成的对象，例如 {&quot;logger&quot;: -1}</translation>
    </message>
    <message>
        <source>The scenario cannot be read: it is nested deeper than %1 brackets.</source>
        <translation>无法读取此场景：括号嵌套超过 %1 层。</translation>
    </message>
    <message>
        <source>a list of rows, as &quot;thread 2&quot;, &quot;object 5&quot; or &quot;core 0&quot;</source>
        <translation>由行组成的列表，例如 &quot;thread 2&quot;、&quot;object 5&quot; 或 &quot;core 0&quot;</translation>
    </message>
    <message>
        <source>a list of these: %1</source>
        <translation>由以下各项组成的列表：%1</translation>
    </message>
    <message>
        <source>an object, as turnwise explore --report json prints it</source>
        <translation>一个对象，如 turnwise explore --report json 所输出的</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Search</name>
    <message>
        <source>The program cannot be searched: a temporary copy of its text cannot be written (%1).</source>
        <translation>无法搜索这个程序：不能写入其文本的临时副本（%1）。</translation>
    </message>
    <message>
        <source>The program cannot be searched: what it shall read cannot be written into a temporary file (%1).</source>
        <translation>无法搜索程序：它要读取的内容无法写入临时文件（%1）。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::SearchEngine</name>
    <message>
        <source>What the engine sent cannot be read, so it was stopped.</source>
        <translation>无法读取引擎发送的内容，因此已将其停止。</translation>
    </message>
    <message>
        <source>What the engine sent cannot be read, so it was stopped. It begins with: %1</source>
        <translation>无法读取引擎发送的内容，因此已将其停止。其开头是：%1</translation>
    </message>
    <message>
        <source>The engine gave no reason.</source>
        <translation>引擎没有说明原因。</translation>
    </message>
    <message>
        <source>The engine ended before its search did (exit status {status}). {messages}</source>
        <translation>引擎在搜索完成之前结束了（退出状态 {status}）。{messages}</translation>
    </message>
    <message>
        <source>The engine crashed with signal %1 before its search was over.</source>
        <translation>引擎在搜索结束前因信号 %1 而崩溃。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::SearchTrees</name>
    <message>
        <source>Execution %1 is over: it finished.</source>
        <translation>第 %1 次执行结束：正常完成。</translation>
    </message>
    <message>
        <source>Execution %1 is over: it failed.</source>
        <translation>第 %1 次执行结束：失败。</translation>
    </message>
    <message>
        <source>Execution %1 is over: it ended in a deadlock.</source>
        <translation>第 %1 次执行结束：陷入死锁。</translation>
    </message>
    <message>
        <source>Execution %1 is over: a limit was reached.</source>
        <translation>第 %1 次执行结束：达到上限。</translation>
    </message>
    <message>
        <source>Its steps {first} and {second} conflict.</source>
        <translation>其中第 {first} 步和第 {second} 步相互冲突。</translation>
    </message>
    <message>
        <source>A branch is planned at step {step}, in which {thread} goes first.</source>
        <translation>在第 {step} 步计划一个分支，让 {thread} 先走。</translation>
    </message>
    <message>
        <source>The other order is planned already.</source>
        <translation>另一种次序已在计划之中。</translation>
    </message>
    <message>
        <source>The other order is explored by another process.</source>
        <translation>另一种次序由另一个进程探索。</translation>
    </message>
    <message>
        <source>No branch is left: every interleaving that makes a difference was executed, each once.</source>
        <translation>没有剩余的分支：每一种有区别的交错都已执行，各一次。</translation>
    </message>
    <message>
        <source>So far the tree was told; the search goes on without it.</source>
        <translation>搜索树只记录到这里；搜索继续进行。</translation>
    </message>
    <message>
        <source>All from step %1 on is explored: the search goes back there, and takes the next branch.</source>
        <translation>从第 %1 步起都已探索：搜索回到那里，走下一个分支。</translation>
    </message>
    <message>
        <source>Step {step}: a branch is planned, in which {thread} goes first.</source>
        <translation>第 {step} 步：计划一个分支，让 {thread} 先走。</translation>
    </message>
    <message>
        <source>Step {step}: {thread} does “{operation}” (line {line}).</source>
        <translation>第 {step} 步：{thread} 执行“{operation}”（第 {line} 行）。</translation>
    </message>
    <message>
        <source>Step {step}: {thread} does “{operation}”.</source>
        <translation>第 {step} 步：{thread} 执行“{operation}”。</translation>
    </message>
    <message>
        <source>Execution %1.</source>
        <translation>第 %1 次执行。</translation>
    </message>
    <message>
        <source>Execution %1 ends here: only threads that poll could go on. If what they look at has changed, another execution has them look later.</source>
        <translation>第 %1 次执行到此为止：只有在轮询的线程还能继续。如果它们查看的内容已经改变，另一次执行会让它们更晚再看。</translation>
    </message>
    <message>
        <source>The other order would begin with a step that was tried before: it would show nothing new.</source>
        <translation>另一种顺序会从一个已经试过的步骤开始：不会有新的发现。</translation>
    </message>
    <message>
        <source>Execution %1 is cut off: each step that could follow was tried before, and would show nothing new.</source>
        <translation>第 %1 次执行到此中止：接下来可能的每一步都已经试过，不会有新的发现。</translation>
    </message>
    <message>
        <source>{thread} ({operation})</source>
        <comment>whose step was tried before, and what it is</comment>
        <translation>{thread}（{operation}）</translation>
    </message>
    <message>
        <source>Tried before: %1.</source>
        <translation>已试过：%1。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Sentences</name>
    <message>
        <source>It took {time} of virtual time and {steps} steps.</source>
        <translation>虚拟时间共 {time}，共 {steps} 步。</translation>
    </message>
    <message>
        <source>{thread} is about to execute line {line}.</source>
        <translation>{thread} 即将执行第 {line} 行。</translation>
    </message>
    <message>
        <source>{thread} is about to execute line {line}:  {source}</source>
        <translation>{thread} 即将执行第 {line} 行：  {source}</translation>
    </message>
    <message>
        <source>{thread} writes to the error output: “{text}”</source>
        <translation>{thread} 写到错误输出：“{text}”</translation>
    </message>
    <message>
        <source>{thread} prints: “{text}”</source>
        <translation>{thread} 打印：“{text}”</translation>
    </message>
    <message>
        <source>{thread} removes the hook of {function}.</source>
        <translation>{thread} 取消 {function} 设置的钩子。</translation>
    </message>
    <message>
        <source>{thread} calls {function} with {hook}: Python will call this function while the program runs.</source>
        <translation>{thread} 用 {hook} 调用 {function}：程序运行期间 Python 会调用这个函数。</translation>
    </message>
    <message>
        <source>{thread} returns from {function}.</source>
        <translation>{thread} 从 {function} 返回。</translation>
    </message>
    <message>
        <source>{thread} returns from {function} with the result {result}.</source>
        <translation>{thread} 从 {function} 返回，结果是 {result}。</translation>
    </message>
    <message>
        <source>{thread} does something that Python forbids: {error}</source>
        <translation>{thread} 做了 Python 不允许的事：{error}</translation>
    </message>
    <message>
        <source>{thread} does something with {object} that Python forbids: {error}</source>
        <translation>{thread} 对 {object} 做了 Python 不允许的事：{error}</translation>
    </message>
    <message>
        <source>The run is over: every thread has ended.</source>
        <translation>运行结束：所有线程都已结束。</translation>
    </message>
    <message>
        <source>Deadlock: no thread can run, and no timeout will ever change that.</source>
        <translation>死锁：没有线程能够运行，也没有任何超时能改变这一点。</translation>
    </message>
    <message>
        <source>The run is over, and an exception ended it ({exception}).</source>
        <translation>运行结束：因异常而终止（{exception}）。</translation>
    </message>
    <message>
        <source>The run is over; exceptions ended {threads}.</source>
        <translation>运行结束；{threads} 因异常而终止。</translation>
    </message>
    <message>
        <source>The run is over; an exception ended {thread} ({exception}).</source>
        <translation>运行结束；{thread} 因异常而终止（{exception}）。</translation>
    </message>
    <message>
        <source>The run is over: an exception ended the main thread ({exception}).</source>
        <translation>运行结束：主线程因异常而终止（{exception}）。</translation>
    </message>
    <message>
        <source>The run was stopped because it reached a limit: {limit}</source>
        <translation>运行达到了限制，已被停止：{limit}</translation>
    </message>
    <message>
        <source>The run broke off, because the engine failed: {failure}</source>
        <translation>引擎出错，运行中断：{failure}</translation>
    </message>
    <message>
        <source>The trace ends here, but the program did not.</source>
        <translation>运行记录到此为止，但程序并没有结束。</translation>
    </message>
    <message>
        <source>{thread} calls {function}.</source>
        <translation>{thread} 调用 {function}。</translation>
    </message>
    <message>
        <source>{thread} has executed its last statement; the program ends when all threads that are not daemons have ended.</source>
        <translation>{thread} 已执行完最后一条语句；等所有非守护线程都结束后，程序才结束。</translation>
    </message>
    <message>
        <source>The library code that {thread} called makes a {type} for its own use.</source>
        <translation>{thread} 调用的库代码为自己创建了一个 {type}。</translation>
    </message>
    <message>
        <source>{thread} creates the {type} {object} with counter {counter}.</source>
        <translation>{thread} 创建 {type} {object}，计数器为 {counter}。</translation>
    </message>
    <message>
        <source>{thread} creates the {type} {object} for {count} threads.</source>
        <translation>{thread} 创建 {type} {object}，供 {count} 个线程会合。</translation>
    </message>
    <message>
        <source>{thread} creates the {type} {object}.</source>
        <translation>{thread} 创建 {type} {object}。</translation>
    </message>
    <message>
        <source>{thread} deletes the global variable {variable}.</source>
        <translation>{thread} 删除全局变量 {variable}。</translation>
    </message>
    <message>
        <source>{thread} deletes its local variable {variable}.</source>
        <translation>{thread} 删除自己的局部变量 {variable}。</translation>
    </message>
    <message>
        <source>{thread} changes the global variable {variable} to {value}.</source>
        <translation>{thread} 把全局变量 {variable} 改为 {value}。</translation>
    </message>
    <message>
        <source>{thread} changes its local variable {variable} to {value}.</source>
        <translation>{thread} 把自己的局部变量 {variable} 改为 {value}。</translation>
    </message>
    <message>
        <source>{thread} keeps {object} in the variable {variable}.</source>
        <translation>{thread} 把 {object} 保存在变量 {variable} 中。</translation>
    </message>
    <message>
        <source>{thread} sets {object}.{attribute} to {value}; only {thread} sees this value.</source>
        <translation>{thread} 把 {object}.{attribute} 设为 {value}；只有 {thread} 能看到这个值。</translation>
    </message>
    <message>
        <source>{thread} deletes its own {object}.{attribute}; other threads keep theirs.</source>
        <translation>{thread} 删除自己的 {object}.{attribute}；其他线程的不受影响。</translation>
    </message>
    <message>
        <source>{thread} puts an item into {queue}; items in it now: {items}.</source>
        <translation>{thread} 向 {queue} 放入一项；现在其中有 {items} 项。</translation>
    </message>
    <message>
        <source>{thread} takes an item out of {queue}; items left in it: {items}.</source>
        <translation>{thread} 从 {queue} 取出一项；其中还剩 {items} 项。</translation>
    </message>
    <message>
        <source>{thread} could run: it is ready, and no thread has the GIL.</source>
        <translation>{thread} 可以运行：它已就绪，而且没有线程占有 GIL。</translation>
    </message>
    <message>
        <source>{thread} could run, but {holder} has the GIL, and only one thread at a time runs Python code.</source>
        <translation>{thread} 可以运行，但 {holder} 占有 GIL，而同一时刻只有一个线程能运行 Python 代码。</translation>
    </message>
    <message>
        <source>{thread} was a daemon and was stopped when the program ended.</source>
        <translation>{thread} 是守护线程，程序结束时被强行停止。</translation>
    </message>
    <message>
        <source>{thread} is over: it died of {exception}</source>
        <translation>{thread} 已结束：它因异常而终止：{exception}</translation>
    </message>
    <message>
        <source>{thread} is over and cannot run again.</source>
        <translation>{thread} 已结束，不能再次运行。</translation>
    </message>
    <message>
        <source>This event is of a kind that this version of Turnwise does not know.</source>
        <translation>这个版本的 Turnwise 不认识这种事件。</translation>
    </message>
    <message>
        <source>There is no such thread at this moment.</source>
        <translation>此刻没有这个线程。</translation>
    </message>
    <message>
        <source>{thread} does not run yet: its start() was not called.</source>
        <translation>{thread} 还没有运行：尚未调用它的 start()。</translation>
    </message>
    <message>
        <source>{thread} runs: it has the GIL.</source>
        <translation>{thread} 正在运行：它占有 GIL。</translation>
    </message>
    <message>
        <source>{thread} sleeps until {time}.</source>
        <translation>{thread} 休眠到 {time}。</translation>
    </message>
    <message>
        <source>The program begins: Python has made its main thread, {thread}.</source>
        <translation>程序开始：Python 已创建主线程 {thread}。</translation>
    </message>
    <message>
        <source>{thread} creates daemon thread {other}, for which the program will not wait at its end; it does nothing until start() is called.</source>
        <translation>{thread} 创建守护线程 {other}，程序结束时不会等待它；在调用 start() 之前它什么也不做。</translation>
    </message>
    <message>
        <source>{thread} creates thread {other}; it does nothing until start() is called.</source>
        <translation>{thread} 创建线程 {other}；在调用 start() 之前它什么也不做。</translation>
    </message>
    <message>
        <source>{thread} makes {other} a daemon: the program will not wait for it at its end.</source>
        <translation>{thread} 把 {other} 设为守护线程：程序结束时不会等待它。</translation>
    </message>
    <message>
        <source>{thread} makes {other} a thread that is no daemon: the program will wait for it at its end.</source>
        <translation>{thread} 把 {other} 设为非守护线程：程序结束时会等待它。</translation>
    </message>
    <message>
        <source>{thread} is over; {waiting} waited for that and can go on.</source>
        <translation>{thread} 已结束；{waiting} 一直在等它，现在可以继续了。</translation>
    </message>
    <message>
        <source>{thread} is over, ended by an exception; the other threads go on.</source>
        <translation>{thread} 因异常而结束；其他线程继续运行。</translation>
    </message>
    <message>
        <source>{thread} is over: its function has returned.</source>
        <translation>{thread} 已结束：它的函数已返回。</translation>
    </message>
    <message>
        <source>The program ends, so daemon {thread} is stopped abruptly at line {line}; nothing that it had open is cleaned up.</source>
        <translation>程序结束，因此守护线程 {thread} 在第 {line} 行被强行停止；它打开的资源都来不及清理。</translation>
    </message>
    <message>
        <source>The program ends, so daemon {thread} is stopped abruptly; nothing that it had open is cleaned up.</source>
        <translation>程序结束，因此守护线程 {thread} 被强行停止；它打开的资源都来不及清理。</translation>
    </message>
    <message>
        <source>{thread} gives thread {old_name} the new name {new_name}.</source>
        <translation>{thread} 给线程 {old_name} 取了新名字 {new_name}。</translation>
    </message>
    <message>
        <source>{thread} starts {other}, which gets the identifier {identifier} and may run from now on.</source>
        <translation>{thread} 启动 {other}；它得到标识符 {identifier}，从现在起可以运行。</translation>
    </message>
    <message>
        <source>{thread} runs for the first time and calls its run() method.</source>
        <translation>{thread} 第一次运行，调用自己的 run() 方法。</translation>
    </message>
    <message>
        <source>Nobody in {thread} catches this exception, so it ends the thread: {exception}</source>
        <translation>{thread} 中没有代码捕获这个异常，所以它终止了该线程：{exception}</translation>
    </message>
    <message>
        <source>{thread} acquires {semaphore}; its counter goes down to 0, so the next thread will have to wait.</source>
        <translation>{thread} 获取 {semaphore}；计数器减到 0，下一个线程必须等待。</translation>
    </message>
    <message>
        <source>{thread} acquires {semaphore}; its counter goes down to {counter}.</source>
        <translation>{thread} 获取 {semaphore}；计数器减到 {counter}。</translation>
    </message>
    <message>
        <source>{thread} takes {lock} once more: it holds it already, so it need not wait; it will have to release it {count} times.</source>
        <translation>{thread} 再次获取 {lock}：它已经持有该锁，所以不必等待；之后一共要释放 {count} 次。</translation>
    </message>
    <message>
        <source>{thread} takes {lock}, which is free; from now on the others must wait for it.</source>
        <translation>{thread} 获取了空闲的 {lock}；从现在起其他线程必须等待它。</translation>
    </message>
    <message>
        <source>{thread} did not get {lock} within its timeout: acquire() returns False.</source>
        <translation>{thread} 在超时之前没有得到 {lock}：acquire() 返回 False。</translation>
    </message>
    <message>
        <source>{thread} tries {lock} without waiting; it is not free, so acquire() returns False at once.</source>
        <translation>{thread} 尝试获取 {lock} 但不等待；它不空闲，所以 acquire() 立即返回 False。</translation>
    </message>
    <message>
        <source>{thread} releases {semaphore}; its counter goes up to {counter}, and nobody waits for it.</source>
        <translation>{thread} 释放 {semaphore}；计数器加到 {counter}，没有线程在等待它。</translation>
    </message>
    <message>
        <source>{thread} releases {semaphore}; its counter goes up to {counter}, so {waiter}, which waits first, may go on.</source>
        <translation>{thread} 释放 {semaphore}；计数器加到 {counter}，排在最前面等待的 {waiter} 可以继续了。</translation>
    </message>
    <message>
        <source>{thread} calls wait() and therefore gives {lock} away, so that others can change what it waits for.</source>
        <translation>{thread} 调用 wait()，因此交出 {lock}，好让其他线程改变它所等待的条件。</translation>
    </message>
    <message>
        <source>{thread} releases {lock} once, but still holds it: it has to release it {count} more times.</source>
        <translation>{thread} 释放了一次 {lock}，但仍持有它：还要再释放 {count} 次。</translation>
    </message>
    <message>
        <source>{thread} releases {lock}; nobody waits for it.</source>
        <translation>{thread} 释放 {lock}；没有线程在等待它。</translation>
    </message>
    <message>
        <source>{thread} releases {lock}; {waiter}, which waits first, may try to take it.</source>
        <translation>{thread} 释放 {lock}；排在最前面等待的 {waiter} 可以尝试获取它。</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>step {step} (line {line})</source>
        <translation>第 {step} 步（第 {line} 行）</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <comment>two whole sentences, one after the other</comment>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>No thread had the GIL; {thread} takes it and runs.</source>
        <translation>没有线程占有 GIL；{thread} 得到它并运行。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs, because {other} has to wait.</source>
        <translation>{thread} 得到 GIL 并运行，因为 {other} 必须等待。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs, because {other} sleeps.</source>
        <translation>{thread} 得到 GIL 并运行，因为 {other} 在休眠。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs: the switch interval is over, so {other} has to give it up although it could go on.</source>
        <translation>{thread} 得到 GIL 并运行：切换间隔已到，{other} 虽然还能继续，也必须让出它。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs, because {other} is over.</source>
        <translation>{thread} 得到 GIL 并运行，因为 {other} 已结束。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs: the scheduler chose so, although {other} could have gone on.</source>
        <translation>{thread} 得到 GIL 并运行：这是调度器的选择，尽管 {other} 还能继续。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL after {other} and runs.</source>
        <translation>{thread} 在 {other} 之后得到 GIL 并运行。</translation>
    </message>
    <message>
        <source>{thread} sleeps for {duration}, until {until}; meanwhile others may run.</source>
        <translation>{thread} 休眠 {duration}，直到 {until}；其间其他线程可以运行。</translation>
    </message>
    <message>
        <source>{thread} has slept long enough: it is ready and wants the GIL.</source>
        <translation>{thread} 的休眠时间到：它已就绪，想要 GIL。</translation>
    </message>
    <message>
        <source>The timeout of {thread} is over: it stops waiting for {object} and is ready again.</source>
        <translation>{thread} 的超时已到：它不再等待 {object}，重新就绪。</translation>
    </message>
    <message>
        <source>The timeout of {thread} is over: it is ready again.</source>
        <translation>{thread} 的超时已到：它重新就绪。</translation>
    </message>
    <message>
        <source>A signal interrupts the waiting of {thread}: it is ready again.</source>
        <translation>信号中断了 {thread} 的等待：它重新就绪。</translation>
    </message>
    <message>
        <source>{thread} wakes {other}, which waited for {object}: it is ready and wants the GIL.</source>
        <translation>{thread} 唤醒了等待 {object} 的 {other}：它已就绪，想要 GIL。</translation>
    </message>
    <message>
        <source>{thread} is running now, so {other} can return from start(): it is ready and wants the GIL.</source>
        <translation>{thread} 已开始运行，所以 {other} 可以从 start() 返回：它已就绪，想要 GIL。</translation>
    </message>
    <message>
        <source>{thread} wakes {other}: it is ready and wants the GIL.</source>
        <translation>{thread} 唤醒 {other}：它已就绪，想要 GIL。</translation>
    </message>
    <message>
        <source>Decision {decision}: {count} threads could run here, and the scheduler chooses {chosen}.</source>
        <translation>第 {decision} 次选择：这里有 {count} 个线程可以运行，调度器选了 {chosen}。</translation>
    </message>
    <message>
        <source>{thread} has waited for {object} until its timeout was over: wait() returns False.</source>
        <translation>{thread} 等待 {object} 直到超时：wait() 返回 False。</translation>
    </message>
    <message>
        <source>{thread} was notified through {condition} and holds its lock again: wait() returns True.</source>
        <translation>{thread} 通过 {condition} 得到通知，并重新持有它的锁：wait() 返回 True。</translation>
    </message>
    <message>
        <source>The flag of {event} is true, so wait() returns True and {thread} goes on.</source>
        <translation>{event} 的标志为真，所以 wait() 返回 True，{thread} 继续运行。</translation>
    </message>
    <message>
        <source>{thread} notifies {condition}: threads woken: {woken}, still waiting: {waiting}; who is woken goes on when it has the lock again.</source>
        <translation>{thread} 通知 {condition}：唤醒 {woken} 个线程，仍有 {waiting} 个在等待；被唤醒的线程重新得到锁之后才继续。</translation>
    </message>
    <message>
        <source>{thread} sets the flag of {event} to true; nobody waits for it now, and nobody will have to.</source>
        <translation>{thread} 把 {event} 的标志设为真；现在没有线程在等待它，之后也不必等待了。</translation>
    </message>
    <message>
        <source>{thread} sets the flag of {event} to true: {waiters}, waiting for that, may go on.</source>
        <translation>{thread} 把 {event} 的标志设为真：正在等待的 {waiters} 可以继续了。</translation>
    </message>
    <message>
        <source>{thread} arrives at barrier {barrier}: {arrived} of {parties} threads are there.</source>
        <translation>{thread} 到达屏障 {barrier}：{parties} 个线程中已到 {arrived} 个。</translation>
    </message>
    <message>
        <source>{thread} was the last to arrive at barrier {barrier}: all {parties} threads go on.</source>
        <translation>{thread} 最后到达屏障 {barrier}：全部 {parties} 个线程继续前进。</translation>
    </message>
    <message>
        <source>{thread} breaks barrier {barrier}: every thread that waits there gets a BrokenBarrierError.</source>
        <translation>{thread} 破坏了屏障 {barrier}：在那里等待的每个线程都会得到 BrokenBarrierError。</translation>
    </message>
    <message>
        <source>{thread} resets barrier {barrier}: it is empty and whole again.</source>
        <translation>{thread} 重置屏障 {barrier}：它恢复完好，里面没有线程。</translation>
    </message>
    <message>
        <source>{thread} sets the flag of {event} back to false: whoever calls wait() now has to wait.</source>
        <translation>{thread} 把 {event} 的标志改回假：现在调用 wait() 的线程必须等待。</translation>
    </message>
    <message>
        <source>{thread} asks for the flag of {event}: it is true.</source>
        <translation>{thread} 查询 {event} 的标志：为真。</translation>
    </message>
    <message>
        <source>{thread} asks for the flag of {event}: it is false.</source>
        <translation>{thread} 查询 {event} 的标志：为假。</translation>
    </message>
    <message>
        <source>{thread} cancels timer {timer}: its function will not be called.</source>
        <translation>{thread} 取消定时器 {timer}：它的函数不会被调用。</translation>
    </message>
    <message>
        <source>The time of timer {timer} has come: it calls its function.</source>
        <translation>定时器 {timer} 的时间到了：它调用自己的函数。</translation>
    </message>
    <message>
        <source>{thread} tries to acquire {semaphore}, but its counter is 0; {thread} must wait until some thread calls release().</source>
        <translation>{thread} 尝试获取 {semaphore}，但计数器为 0；{thread} 必须等到某个线程调用 release()。</translation>
    </message>
    <message>
        <source>{thread} tries to acquire {semaphore}, but its counter is 0 (inside: {holders}); {thread} must wait until one of them calls release().</source>
        <translation>{thread} 尝试获取 {semaphore}，但计数器为 0（已在里面的是 {holders}）；{thread} 必须等到其中一个调用 release()。</translation>
    </message>
    <message>
        <source>{thread} waits for event {event}: its flag is false, so {thread} must wait until another thread calls set().</source>
        <translation>{thread} 等待事件 {event}：它的标志为假，所以 {thread} 必须等到另一个线程调用 set()。</translation>
    </message>
    <message>
        <source>{thread} waits at barrier {barrier}: {arrived} of {parties} threads have arrived, and nobody goes on before all are there.</source>
        <translation>{thread} 在屏障 {barrier} 处等待：{parties} 个线程中已到 {arrived} 个，全部到齐之前谁也不能继续。</translation>
    </message>
    <message>
        <source>{thread} waits on condition {condition} until another thread calls notify().</source>
        <translation>{thread} 在条件变量 {condition} 上等待，直到另一个线程调用 notify()。</translation>
    </message>
    <message>
        <source>{thread} called start() and waits until {other} is running.</source>
        <translation>{thread} 调用了 start()，等待 {other} 开始运行。</translation>
    </message>
    <message>
        <source>{thread} has nothing more to do, but {other} is not a daemon: the program waits until it is over.</source>
        <translation>{thread} 已经没有事情可做，但 {other} 不是守护线程：程序等待它结束。</translation>
    </message>
    <message>
        <source>{thread} waits in join() until {other} is over.</source>
        <translation>{thread} 在 join() 中等待 {other} 结束。</translation>
    </message>
    <message>
        <source>{thread} cannot go on and waits.</source>
        <translation>{thread} 不能继续，正在等待。</translation>
    </message>
    <message>
        <source>{thread} wants an item from {queue}, but it is empty; {thread} must wait until another thread puts one in.</source>
        <translation>{thread} 想从 {queue} 取一项，但它是空的；{thread} 必须等到另一个线程放入一项。</translation>
    </message>
    <message>
        <source>{thread} must wait for {object}.</source>
        <translation>{thread} 必须等待 {object}。</translation>
    </message>
    <message>
        <source>It gives up at {time} at the latest.</source>
        <translation>它最迟在 {time} 放弃等待。</translation>
    </message>
    <message>
        <source>{thread} reads {variable}, which is {value}.</source>
        <translation>{thread} 读取 {variable}，其值为 {value}。</translation>
    </message>
    <message>
        <source>{thread} deletes {variable}.</source>
        <translation>{thread} 删除 {variable}。</translation>
    </message>
    <message>
        <source>{thread} writes {variable}: all threads see it as {value} from now on.</source>
        <translation>{thread} 写入 {variable}：从现在起所有线程看到的值都是 {value}。</translation>
    </message>
    <message>
        <source>{thread} computes ({expression}) and has the result {result}; no other thread sees it yet.</source>
        <translation>{thread} 进行运算（{expression}），得到结果 {result}；其他线程还看不到它。</translation>
    </message>
    <message>
        <source>{thread} could run, but every core has another thread.</source>
        <translation>{thread} 可以运行，但每个核心上都有别的线程。</translation>
    </message>
    <message>
        <source>{thread} runs: it has a core.</source>
        <translation>{thread} 正在运行：它占有一个核心。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}, which was idle.</source>
        <translation>{thread} 在核心 {core} 上运行，该核心此前空闲。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}, because {other} has to wait.</source>
        <translation>{thread} 在核心 {core} 上运行，因为 {other} 必须等待。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}, because {other} sleeps.</source>
        <translation>{thread} 在核心 {core} 上运行，因为 {other} 在休眠。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}: the switch interval is over, and there are more threads than cores, so {other} has to give the core up although it could go on.</source>
        <translation>{thread} 在核心 {core} 上运行：切换间隔已到，而线程比核心多，所以 {other} 虽然还能继续也必须让出核心。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}, because {other} is over.</source>
        <translation>{thread} 在核心 {core} 上运行，因为 {other} 已结束。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}: the scheduler chose so, although {other} could have gone on.</source>
        <translation>{thread} 在核心 {core} 上运行：这是调度器的选择，尽管 {other} 本可继续。</translation>
    </message>
    <message>
        <source>Decision {decision}: {count} threads wait for {object}, and the scheduler wakes {chosen}.</source>
        <translation>第 {decision} 次决策：有 {count} 个线程在等待 {object}，调度器唤醒 {chosen}。</translation>
    </message>
    <message>
        <source>Decision {decision}: {count} threads act at the same moment, and the scheduler lets {chosen} be first.</source>
        <translation>第 {decision} 次决策：有 {count} 个线程在同一时刻行动，调度器让 {chosen} 先行。</translation>
    </message>
    <message>
        <source>{thread} has slept long enough: it is ready and wants a core.</source>
        <translation>{thread} 的休眠时间到：它已就绪，想要一个核心。</translation>
    </message>
    <message>
        <source>{thread} wakes {other}, which waited for {object}: it is ready and wants a core.</source>
        <translation>{thread} 唤醒了等待 {object} 的 {other}：它就绪了，想要一个核心。</translation>
    </message>
    <message>
        <source>{thread} is running now, so {other} can return from start(): it is ready and wants a core.</source>
        <translation>{thread} 现已在运行，所以 {other} 可以从 start() 返回：它就绪了，想要一个核心。</translation>
    </message>
    <message>
        <source>{thread} wakes {other}: it is ready and wants a core.</source>
        <translation>{thread} 唤醒 {other}：它就绪了，想要一个核心。</translation>
    </message>
    <message>
        <source>{thread} wakes from waiting on {condition} for no reason: a condition may do that, so a program has to look again whether what it waited for is true.</source>
        <translation>{thread} 在等待 {condition} 时无缘无故地醒来：条件变量可能如此，所以程序必须再次检查它等待的事情是否成立。</translation>
    </message>
    <message>
        <source>{thread} waits for the world outside: a file, a socket or another process.</source>
        <translation>{thread} 在等待外部世界：文件、套接字或另一个进程。</translation>
    </message>
    <message>
        <source>It is in a circle of threads that wait for each other for ever: {circle}.</source>
        <translation>它处在一个等待环中，环里的线程永远互相等待：{circle}。</translation>
    </message>
    <message>
        <source>{thread} reads {variable} at step {read} and writes it at step {written} from what it read; {other} wrote {variable} in between, and that update is lost.</source>
        <translation>{thread} 在第 {read} 步读取 {variable}，在第 {written} 步按读到的值写回；其间 {other} 写过 {variable}，那次更新丢失了。</translation>
    </message>
    <message>
        <source>{thread} checks {variable} at step {checked} and acts on the answer at step {acted}; {other} changed {variable} in between, so the answer is no longer true.</source>
        <translation>{thread} 在第 {checked} 步检查 {variable}，在第 {acted} 步按答案行动；其间 {other} 改变了 {variable}，答案已经不成立。</translation>
    </message>
    <message>
        <source>Each of these threads holds what the next one needs, so none of them can ever go on: {circle}.</source>
        <translation>这些线程各自持有下一个所需要的东西，所以谁也无法继续：{circle}。</translation>
    </message>
    <message>
        <source>{thread} took {lock} at step {step} and came to its end without releasing it.</source>
        <translation>{thread} 在第 {step} 步获取了 {lock}，直到结束也没有释放。</translation>
    </message>
    <message>
        <source>{thread} took {lock} at step {step} and came to its end without releasing it; {waiter} waits for it for ever.</source>
        <translation>{thread} 在第 {step} 步获取了 {lock}，直到结束也没有释放；{waiter} 永远在等它。</translation>
    </message>
    <message>
        <source>{sender} set {event} at step {set}, but it was cleared again before {waiter} began to wait at step {waited}: {waiter} never saw it.</source>
        <translation>{sender} 在第 {set} 步设置了 {event}，但在 {waiter} 于第 {waited} 步开始等待之前，它又被清除了：{waiter} 从未看到。</translation>
    </message>
    <message>
        <source>{sender} notified {condition} at step {notified}, when nobody waited; {waiter} began to wait at step {waited}, too late, and nobody notifies again.</source>
        <translation>{sender} 在第 {notified} 步通知了 {condition}，当时没有人在等；{waiter} 到第 {waited} 步才开始等待，太迟了，而且再也没有人通知。</translation>
    </message>
    <message>
        <source>Waiting at barrier {barrier} for ever: {threads}; fewer threads came than the barrier needs.</source>
        <translation>永远等在屏障 {barrier} 前的有：{threads}；来的线程比屏障需要的少。</translation>
    </message>
    <message>
        <source>Waiting for event {event} for ever: {threads}; nobody is left to call set().</source>
        <translation>永远等待事件 {event} 的有：{threads}；已经没有人会调用 set()。</translation>
    </message>
    <message>
        <source>Waiting on condition {condition} for ever: {threads}; nobody is left to call notify().</source>
        <translation>永远等待条件变量 {condition} 的有：{threads}；已经没有人会调用 notify()。</translation>
    </message>
    <message>
        <source>Waiting for an item from {queue} for ever: {threads}; nobody is left to put one in.</source>
        <translation>永远等待 {queue} 中的项目的有：{threads}；已经没有人会放入。</translation>
    </message>
    <message>
        <source>Waiting for {object} for ever: {threads}; nobody is left to call release().</source>
        <translation>永远等待 {object} 的有：{threads}；已经没有人会调用 release()。</translation>
    </message>
    <message>
        <source>At step {step}, {thread} uses {object} without holding what it would have to hold: {error}</source>
        <translation>在第 {step} 步，{thread} 没有持有必须持有的东西就使用 {object}：{error}</translation>
    </message>
    <message>
        <source>a primitive</source>
        <translation>一个同步原语</translation>
    </message>
    <message>
        <source>From step {step} on, {thread} asks the same thing again and again without sleeping or waiting, and so takes the time that the others need.</source>
        <translation>从第 {step} 步起，{thread} 反复询问同一件事，既不休眠也不等待，占用了别人所需的时间。</translation>
    </message>
    <message>
        <source>{thread} waits for {semaphore}, whose counter has just gone up to {counter}: whoever is woken for it may acquire it.</source>
        <translation>{thread} 在等 {semaphore}，它的计数刚刚升到 {counter}：谁为此被唤醒，谁就可以获取。</translation>
    </message>
    <message>
        <source>{thread} waits for {lock}, which has just been released: whoever is woken for it may take it.</source>
        <translation>{thread} 在等 {lock}，它刚刚被释放：谁为此被唤醒，谁就可以获取。</translation>
    </message>
    <message>
        <source>The flag of event {event} is true now, so {thread} is about to be woken.</source>
        <translation>事件 {event} 的标志现在为真，所以 {thread} 即将被唤醒。</translation>
    </message>
    <message>
        <source>Barrier {barrier} is broken, so {thread} is about to be woken and gets a BrokenBarrierError.</source>
        <translation>屏障 {barrier} 已损坏，所以 {thread} 即将被唤醒，并得到 BrokenBarrierError。</translation>
    </message>
    <message>
        <source>Barrier {barrier} has opened, so {thread} is about to be woken.</source>
        <translation>屏障 {barrier} 已经放行，所以 {thread} 即将被唤醒。</translation>
    </message>
    <message>
        <source>{other} is over, so the program can end: {thread} is about to be woken.</source>
        <translation>{other} 已经结束，程序可以结束了：{thread} 即将被唤醒。</translation>
    </message>
    <message>
        <source>{other} is over, so {thread} is about to be woken and join() returns.</source>
        <translation>{other} 已经结束，所以 {thread} 即将被唤醒，join() 返回。</translation>
    </message>
    <message>
        <source>{thread} runs on core {core}: it was chosen by hand, although {other} could have gone on.</source>
        <translation>{thread} 在核心 {core} 上运行：它是手动选择的，虽然 {other} 本可以继续。</translation>
    </message>
    <message>
        <source>{thread} takes the GIL and runs: it was chosen by hand, although {other} could have gone on.</source>
        <translation>{thread} 取得 GIL 并运行：它是手动选择的，虽然 {other} 本可以继续。</translation>
    </message>
    <message>
        <source>The exception goes on to the caller in {thread}, at line {line}: {exception}</source>
        <translation>异常在 {thread} 中继续传给调用者，在第 {line} 行：{exception}</translation>
    </message>
    <message>
        <source>An exception is raised in {thread} at line {line}: {exception}</source>
        <translation>{thread} 在第 {line} 行抛出异常：{exception}</translation>
    </message>
    <message>
        <source>An exception has ended the program&apos;s code in {thread}; the program ends when all threads that are not daemons have ended.</source>
        <translation>异常终止了 {thread} 中的程序代码；等所有非守护线程都结束，程序就结束。</translation>
    </message>
    <message>
        <source>The run is over: only daemons were left, and they were cut off: {daemons}.</source>
        <translation>运行结束：只剩下守护线程，它们被强行中断：{daemons}。</translation>
    </message>
    <message>
        <source>{thread} creates {object} with counter {counter}.</source>
        <translation>{thread} 创建 {object}，计数器为 {counter}。</translation>
    </message>
    <message>
        <source>{thread} creates {object} for {count} threads.</source>
        <translation>{thread} 创建 {object}，供 {count} 个线程使用。</translation>
    </message>
    <message>
        <source>{thread} creates {object}.</source>
        <translation>{thread} 创建 {object}。</translation>
    </message>
    <message>
        <source>{thread} is over.</source>
        <translation>{thread} 结束了。</translation>
    </message>
    <message>
        <source>Line {line}: Python does not understand this, so nothing was run. {message}</source>
        <translation>第 {line} 行：Python 看不懂这里，所以什么都没有运行。{message}</translation>
    </message>
    <message>
        <source>{thread} is there from the beginning of the program; its identifier is {identifier}.</source>
        <translation>{thread} 从程序开始就存在；它的标识符是 {identifier}。</translation>
    </message>
    <message>
        <source>{thread} begins to execute the program, from its first line on.</source>
        <translation>{thread} 开始执行程序，从第一行起。</translation>
    </message>
    <message>
        <source>{thread} tries {lock} without waiting; {owner} has held it since {since}, so acquire() returns False at once.</source>
        <translation>{thread} 尝试获取 {lock} 但不等待；{owner} 从{since}起持有它，所以 acquire() 立即返回 False。</translation>
    </message>
    <message>
        <source>{thread} has held {lock} since step {step} and waits for it itself: a Lock does not know its owner, so it waits for ever.</source>
        <translation>{thread} 从第 {step} 步起就持有 {lock}，又自己等待它：Lock 不知道谁是持有者，所以它永远等下去。</translation>
    </message>
    <message>
        <source>{thread} notifies {condition}; nobody waits on it, so nothing happens.</source>
        <translation>{thread} 通知 {condition}；没有线程在等待，所以什么也不会发生。</translation>
    </message>
    <message>
        <source>{thread} tries to take {lock}, which it has held itself since {since}; a Lock cannot be taken twice, so {thread} waits for itself.</source>
        <translation>{thread} 尝试获取 {lock}，而它自己从{since}起就持有它；Lock 不能获取两次，所以 {thread} 在等待自己。</translation>
    </message>
    <message>
        <source>{thread} tries to take {lock}; {owner} has held it since {since}; {thread} must wait.</source>
        <translation>{thread} 尝试获取 {lock}；{owner} 从{since}起持有它；{thread} 必须等待。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Session</name>
    <message>
        <source>The trace cannot be written to {path}: {reason}.</source>
        <translation>轨迹无法写入 {path}：{reason}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Sheet</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Event before, after on this row</source>
        <translation>本行的前一个、后一个事件</translation>
    </message>
    <message>
        <source>Event before, after anywhere</source>
        <translation>任意位置的前一个、后一个事件</translation>
    </message>
    <message>
        <source>Row above, below</source>
        <translation>上一行、下一行</translation>
    </message>
    <message>
        <source>To the thread that unblocked this one</source>
        <translation>转到唤醒本线程的线程</translation>
    </message>
    <message>
        <source>Zoom in, zoom out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <source>Move left, move right</source>
        <translation>左移、右移</translation>
    </message>
    <message>
        <source>Centre the cursor; again: the whole run</source>
        <translation>光标居中；再按一次：整个运行</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>No span selected</source>
        <translation>取消选区</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在时间线上</translation>
    </message>
    <message>
        <source>Keep a mark here, or take it away</source>
        <translation>在此保留标记，或将其移除</translation>
    </message>
    <message>
        <source>Mark A, mark B here</source>
        <translation>在此设置标记 A、标记 B</translation>
    </message>
    <message>
        <source>To the next mark, the mark before</source>
        <translation>转到下一个标记、上一个标记</translation>
    </message>
    <message>
        <source>Pin the row, hide it, show all rows</source>
        <translation>固定该行、隐藏该行、显示所有行</translation>
    </message>
    <message>
        <source>Move the row up, down</source>
        <translation>行上移、下移</translation>
    </message>
    <message>
        <source>Fold the rows of this group, filter rows</source>
        <translation>折叠这一组的行、过滤行</translation>
    </message>
    <message>
        <source>The line of the program</source>
        <translation>程序中的对应行</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StartPage</name>
    <message>
        <source>Turnwise</source>
        <translation>Turnwise</translation>
    </message>
    <message>
        <source>Watch the threads of a Python program take turns, step by step, forwards and back.</source>
        <translation>一步一步，前进或后退，观看 Python 程序的线程如何轮流运行。</translation>
    </message>
    <message>
        <source>Your own program</source>
        <translation>自己的程序</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Programs that you open or save will be listed here.</source>
        <translation>你打开或保存的程序会列在这里。</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>起始页</translation>
    </message>
    <message>
        <source>New here?</source>
        <translation>第一次使用？</translation>
    </message>
    <message>
        <source>Lessons and glossary</source>
        <translation>课程与词汇表</translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation>练习</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StatisticsModel</name>
    <message>
        <source>Thread</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Primitive</source>
        <translation>同步对象</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StatisticsPanel</name>
    <message>
        <source>Statistics of the threads</source>
        <translation>线程统计</translation>
    </message>
    <message>
        <source>Statistics of the primitives</source>
        <translation>同步对象统计</translation>
    </message>
    <message>
        <source>Run a program, and its numbers appear here.</source>
        <translation>运行一个程序，这里就会显示它的数字。</translation>
    </message>
    <message>
        <source>{duration} of virtual time; the processor was idle for {idle}; {switches} switches. Averages over {threads} threads: response {response}, waiting {waiting}, turnaround {turnaround}.</source>
        <translation>虚拟时间 {duration}，其中处理器空闲 {idle}；切换 {switches} 次。{threads} 个线程平均：响应 {response}，等待 {waiting}，周转 {turnaround}。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StatusLine</name>
    <message>
        <source>Running…</source>
        <translation>正在运行…</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>Event {event} of {events}</source>
        <translation>第 {event} 个事件，共 {events} 个</translation>
    </message>
    <message>
        <source>Virtual time %1</source>
        <translation>虚拟时间 %1</translation>
    </message>
    <message>
        <source>Predicting…</source>
        <translation>正在预测…</translation>
    </message>
    <message>
        <source>Opening… %p %</source>
        <translation>正在打开… %p%</translation>
    </message>
    <message>
        <source>Opening the trace</source>
        <translation>正在打开运行记录</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StepBar</name>
    <message>
        <source>1 step/s</source>
        <translation>每秒 1 步</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>每秒 %1 步</translation>
    </message>
    <message>
        <source>How many steps a second are played</source>
        <translation>每秒播放多少步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>The step that is shown, of all steps: type another to go there</source>
        <translation>当前步数 / 总步数：输入另一个数字即可跳到那里</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Drag to go through the run</source>
        <translation>拖动以浏览整个运行</translation>
    </message>
    <message>
        <source>Place in the run</source>
        <translation>在运行中的位置</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StepPage</name>
    <message>
        <source>The trace does not hold the text of the program.</source>
        <translation>跟踪记录中没有程序的源代码。</translation>
    </message>
    <message>
        <source>Step {step} of {steps}, at {time} of virtual time</source>
        <translation>第 {step} 步，共 {steps} 步；虚拟时间 {time}</translation>
    </message>
    <message>
        <source>{state}, waits for {object}</source>
        <translation>{state}，等待 {object}</translation>
    </message>
    <message>
        <source>{first}: {second}</source>
        <comment>state of a lock: its owner</comment>
        <translation>{first}：{second}</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Locks and signals</source>
        <translation>锁与信号</translation>
    </message>
    <message>
        <source>Printed so far</source>
        <translation>目前的输出</translation>
    </message>
    <message>
        <source>The others are in the timeline below.</source>
        <translation>其余线程见下面的时间线。</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>笔记：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more variable(s) changed.</source>
        <translation>
            <numerusform>还有 %n 个变量改变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StoryModel</name>
    <message>
        <source>{number}. Here it is decided (step {step})</source>
        <translation>{number}. 在这里成为定局（第 {step} 步）</translation>
    </message>
    <message>
        <source>{number}. Step {step}</source>
        <translation>{number}. 第 {step} 步</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::StoryView</name>
    <message numerus="yes">
        <source>%n sentence(s) of the beginning are left out.</source>
        <translation>
            <numerusform>省略了开头的 %n 句。</numerusform>
        </translation>
    </message>
    <message>
        <source>The story of this run</source>
        <translation>这次运行的经过</translation>
    </message>
    <message>
        <source>&amp;Play it to me</source>
        <translation>播放给我看(&amp;P)</translation>
    </message>
    <message>
        <source>Walk through these sentences as fast as one reads; the speed of the player counts</source>
        <translation>按阅读速度逐句播放；受播放速度影响</translation>
    </message>
    <message>
        <source>&amp;Nearest run that passes</source>
        <translation>最接近的成功运行(&amp;N)</translation>
    </message>
    <message>
        <source>Show the run that is the same as long as possible and ends well, and compare</source>
        <translation>显示尽可能相同、却顺利结束的运行，并作比较</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ThreadFinder</name>
    <message>
        <source>still to come</source>
        <translation>尚未出现</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::ThreadGutter</name>
    <message>
        <source>Threads at their lines</source>
        <translation>各线程所在的行</translation>
    </message>
    <message>
        <source>line {line}: {words}</source>
        <translation>第 {line} 行：{words}</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Threads</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1 (stopped)</source>
        <translation>%1（被停止）</translation>
    </message>
    <message>
        <source>%1 (exception)</source>
        <translation>%1（异常）</translation>
    </message>
    <message>
        <source>{state} until {time}</source>
        <translation>{state}到 {time}</translation>
    </message>
    <message>
        <source>{first}: {second}</source>
        <translation>{first}：{second}</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TourBubble</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Skip the tour (Esc)</source>
        <translation>跳过导览（Esc）</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} / {whole}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>下一步（Enter）</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TourText</name>
    <message>
        <source>Welcome to Turnwise</source>
        <translation>欢迎使用 Turnwise</translation>
    </message>
    <message>
        <source>Turnwise runs a Python program on simulated threads and shows every turn that they take. The examples on this page are sorted by what they teach. This tour takes two minutes; Enter goes on, Esc ends it.</source>
        <translation>Turnwise 在模拟的线程上运行 Python 程序，并显示它们的每一次轮换。这一页上的示例按所讲的内容分类。导览需要两分钟；按 Enter 继续，按 Esc 结束。</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>This is the example “Deadlock of two locks”: ordinary Python. You can change it, or open a file of your own. F1 on a word such as Lock opens the page about it.</source>
        <translation>这是示例“两把锁的死锁”：普通的 Python 程序。你可以修改它，也可以打开自己的文件。在 Lock 这样的单词上按 F1，会打开讲它的页面。</translation>
    </message>
    <message>
        <source>One run among many</source>
        <translation>众多运行中的一种</translation>
    </message>
    <message>
        <source>F5 runs the program. Who runs when is decided by the policy chosen here; “random” with another seed gives another run, and the same seed always the same one. Turnwise runs the example now.</source>
        <translation>按 F5 运行程序。谁在何时运行，由这里选择的策略决定；“随机”换一个种子就是另一种运行，同一个种子总是同样的运行。Turnwise 现在就运行这个示例。</translation>
    </message>
    <message>
        <source>The timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>A row for each thread, and one for each lock. The letters tell the states: R running, r ready, B blocked, S sleeping. Drag selects, Ctrl and the wheel zoom, a click goes to that moment.</source>
        <translation>每个线程一行，每把锁一行。字母表示状态：R 运行中，r 就绪，B 阻塞，S 休眠。拖动可以选择，按住 Ctrl 滚动滚轮可以缩放，单击则转到那个时刻。</translation>
    </message>
    <message>
        <source>Step by step, forwards and back</source>
        <translation>一步一步，可进可退</translation>
    </message>
    <message>
        <source>F8 goes on one step, F7 goes back one, F9 plays. Everything in the window shows the same moment.</source>
        <translation>F8 前进一步，F7 后退一步，F9 连续播放。窗口里的一切都显示同一个时刻。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>用文字说明</translation>
    </message>
    <message>
        <source>This line says what happens at the step: who does what, why, and with what effect.</source>
        <translation>这一行说明这一步发生了什么：谁做了什么，为什么，有什么结果。</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>谁在等谁</translation>
    </message>
    <message>
        <source>At the last step both threads hold a lock and wait for the other one&apos;s: the circle is closed, and nobody can ever go on. Below the picture the same is said in words, for every thread.</source>
        <translation>在最后一步，两个线程各持有一把锁，又等待对方的那一把：等待成环，谁也无法继续。图的下面用文字说明每个线程的情况，内容相同。</translation>
    </message>
    <message>
        <source>It has a name</source>
        <translation>它有个名称</translation>
    </message>
    <message>
        <source>What went wrong in the run is named here, with the steps that prove it and a page on how to avoid it.</source>
        <translation>运行中出了什么问题，在这里给出名称、作为证据的步骤，以及讲怎样避免的页面。</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>A page for every class and function of threading, each with a program that you can open and run. To practise, choose “Predict” in the menu Steps: you say what comes next before you see it. The ? key lists every key. The tour can be repeated from the menu Help.</source>
        <translation>threading 的每个类和函数都有一页，每页都有可以打开并运行的程序。想练习，就在“步骤”菜单里选择“预测”：在看到之前先说出接下来会怎样。按 ? 键可以列出所有按键。导览可以从“帮助”菜单重新开始。</translation>
    </message>
    <message>
        <source>Every schedule</source>
        <translation>每一种调度</translation>
    </message>
    <message>
        <source>One run shows one schedule. Explore executes the program under every one that makes a difference: here it finds the deadlock by itself, and each finding opens as a run at the step that decides it.</source>
        <translation>一次运行只展示一种调度。“探索”会在每一种有区别的调度下执行程序：在这里它自己就找到了死锁，而每个发现都能作为运行打开，停在决定性的一步。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TraceReading</name>
    <message>
        <source>{file} cannot be read: {reason}</source>
        <translation>无法读取 {file}：{reason}</translation>
    </message>
    <message numerus="yes">
        <source>The trace was cut off. It is shown as far as it goes, %n event(s).</source>
        <translation>
            <numerusform>运行记录不完整，只显示到它中断之处，共 %n 个事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opening was stopped. The trace is shown as far as it was read, %n event(s).</source>
        <translation>
            <numerusform>已停止打开。运行记录显示到已读取的地方，共 %n 个事件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The trace is damaged. It is shown up to the damage, %n event(s).</source>
        <translation>
            <numerusform>运行记录已损坏，只显示到损坏之处，共 %n 个事件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Transcript</name>
    <message>
        <source>Steps {from} to {to} of {steps}; times are virtual.</source>
        <translation>第 {from} 步到第 {to} 步，共 {steps} 步；时间均为虚拟时间。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TreeCanvas</name>
    <message>
        <source>planned</source>
        <translation>计划中</translation>
    </message>
    <message>
        <source>tried before: %1</source>
        <translation>已试过：%1</translation>
    </message>
    <message>
        <source>Another branch has begun with that step, and nothing that was done since touches what it touches: to take it first here would lead to nothing that was not seen (it is in the sleep set).</source>
        <translation>另一个分支已经从这一步开始过，此后所做的一切都没有碰到它所涉及的东西：在这里先走这一步，只会看到已经见过的结果（它在“睡眠集”中）。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::TreeView</name>
    <message>
        <source>The first moment of the search</source>
        <translation>搜索的第一个时刻</translation>
    </message>
    <message>
        <source>A moment back</source>
        <translation>后退一个时刻</translation>
    </message>
    <message>
        <source>Play how the tree grows, or pause (Space)</source>
        <translation>播放搜索树的生长，或暂停（空格）</translation>
    </message>
    <message>
        <source>The next moment</source>
        <translation>下一个时刻</translation>
    </message>
    <message>
        <source>The last moment</source>
        <translation>最后一个时刻</translation>
    </message>
    <message>
        <source>Open this execution as a run (Enter)</source>
        <translation>把这次执行作为运行打开（回车）</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 个</translation>
    </message>
    <message>
        <source>Speed of the tree</source>
        <translation>搜索树的速度</translation>
    </message>
    <message>
        <source>Moment of the search</source>
        <translation>搜索的时刻</translation>
    </message>
    <message>
        <source>Search tree</source>
        <translation>搜索树</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Veil</name>
    <message>
        <source>You are predicting: this panel would tell how the run goes on. It comes back at the end of the run, or when you leave off predicting.</source>
        <translation>你正在预测：这个面板会泄露运行接下来的情况。运行到末尾，或停止预测后，它会重新显示。</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::VerdictBox</name>
    <message>
        <source>Assumed: %1</source>
        <translation>前提：%1</translation>
    </message>
    <message>
        <source>Before the program was changed: %1</source>
        <translation>修改程序之前的结论：%1</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Verdicts</name>
    <message>
        <source>By an estimate about %1 more remain.</source>
        <translation>估计还剩约 %1 种。</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>Of {all} kinds of problem, the {listed} that were seen first are listed.</source>
        <translation>共 {all} 类问题，列出最先出现的 {listed} 类。</translation>
    </message>
    <message>
        <source>Of {all} outcomes, the {listed} that were seen first are listed.</source>
        <translation>共 {all} 种结局，列出最先出现的 {listed} 种。</translation>
    </message>
    <message>
        <source>Not complete: the limit of %1 interleavings was reached.</source>
        <translation>不完整：达到了 %1 种交错的上限。</translation>
    </message>
    <message>
        <source>Not complete: the limit of %1 seconds was reached.</source>
        <translation>不完整：达到了 %1 秒的上限。</translation>
    </message>
    <message>
        <source>Not complete: some interleavings are longer than the limit of steps, or do not end.</source>
        <translation>不完整：有些交错超过了步数上限，或不会结束。</translation>
    </message>
    <message>
        <source>Not complete: interleavings were drawn at random.</source>
        <translation>不完整：交错是随机抽取的。</translation>
    </message>
    <message>
        <source>No verdict: the same choices did not give the same run, so the program depends on something else, such as a real clock or a random number. %1</source>
        <translation>没有结论：同样的选择没有得到同样的运行，可见程序还依赖别的东西，例如真实时钟或随机数。%1</translation>
    </message>
    <message>
        <source>Not complete: the search was stopped.</source>
        <translation>不完整：搜索被停止。</translation>
    </message>
    <message>
        <source>%1 interleavings were executed, and nothing was found so far.</source>
        <translation>已执行 %1 种交错，目前没有发现问题。</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of problem in %1 interleavings so far.</source>
        <translation>
            <numerusform>目前在 %1 种交错中发现 %n 类问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Verified: all %Ln interleaving(s) were executed, and nothing was found.</source>
        <translation>
            <numerusform>已验证：全部 %Ln 种交错都已执行，没有发现问题。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of problem; all %1 interleavings were executed.</source>
        <translation>
            <numerusform>%n 类问题；全部 %1 种交错都已执行。</numerusform>
        </translation>
    </message>
    <message>
        <source>The order in which threads print makes another outcome.</source>
        <translation>各线程打印的次序不同即为不同的结局。</translation>
    </message>
    <message>
        <source>The order in which threads print does not matter.</source>
        <translation>不区分各线程打印的次序。</translation>
    </message>
    <message>
        <source>What a C extension does inside, files and the network are not seen.</source>
        <translation>C 扩展内部的操作、文件和网络不在观察之内。</translation>
    </message>
    <message>
        <source>The search begins…</source>
        <translation>搜索开始……</translation>
    </message>
    <message numerus="yes">
        <source>%Ln interleaving(s)</source>
        <translation>
            <numerusform>%Ln 种交错</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>每秒 %1 种</translation>
    </message>
    <message>
        <source>about %1 more</source>
        <translation>约剩 %1 种</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>发现 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>At primitives</source>
        <translation>在同步原语处</translation>
    </message>
    <message>
        <source>Between lines</source>
        <translation>在行与行之间</translation>
    </message>
    <message>
        <source>As CPython 3.11</source>
        <translation>同 CPython 3.11</translation>
    </message>
    <message>
        <source>Anywhere in Python</source>
        <translation>Python 允许的任何位置</translation>
    </message>
    <message>
        <source>Threads are switched at locks and other primitives only; what happens between them is taken to be one step.</source>
        <translation>只在锁和其他同步原语处切换线程；其间发生的事视为一步。</translation>
    </message>
    <message>
        <source>Threads are switched between lines and at primitives, never inside a line.</source>
        <translation>在行与行之间以及同步原语处切换线程，绝不在一行之内。</translation>
    </message>
    <message>
        <source>Threads are switched only where CPython 3.11 can switch them.</source>
        <translation>只在 CPython 3.11 能够切换的位置切换线程。</translation>
    </message>
    <message>
        <source>Threads may be switched before every access to what they share: all that the language allows.</source>
        <translation>每次访问共享数据之前都可能切换线程：即语言所允许的全部情形。</translation>
    </message>
    <message>
        <source>Everything, each once</source>
        <translation>全部，每种一次</translation>
    </message>
    <message>
        <source>Everything (source sets)</source>
        <translation>全部（source set）</translation>
    </message>
    <message>
        <source>Every schedule there is</source>
        <translation>每一种调度</translation>
    </message>
    <message>
        <source>Samples: random</source>
        <translation>抽样：随机</translation>
    </message>
    <message>
        <source>Samples: %1</source>
        <translation>抽样：%1</translation>
    </message>
    <message>
        <source>Every interleaving that makes a difference, each exactly once (optimal DPOR).</source>
        <translation>每一种有区别的交错恰好执行一次（最优 DPOR）。</translation>
    </message>
    <message>
        <source>Every interleaving that makes a difference, some of them more than once (DPOR with source sets).</source>
        <translation>每一种有区别的交错，其中一些会执行多次（使用 source set 的 DPOR）。</translation>
    </message>
    <message>
        <source>Every schedule, also those that make no difference: for small programs.</source>
        <translation>每一种调度，包括没有区别的：适用于小程序。</translation>
    </message>
    <message>
        <source>Interleavings are drawn at random: for programs that are too large to be searched completely.</source>
        <translation>随机抽取交错：适用于大到无法完整搜索的程序。</translation>
    </message>
    <message>
        <source>As the clock says</source>
        <translation>按时钟</translation>
    </message>
    <message>
        <source>Any timing</source>
        <translation>任意快慢</translation>
    </message>
    <message>
        <source>Sleeps and timeouts end in the order of their times.</source>
        <translation>休眠和超时按其时间先后结束。</translation>
    </message>
    <message>
        <source>A timeout may come whenever its thread waits, and a sleep orders nothing.</source>
        <translation>线程等待时超时随时可能发生，休眠不约束任何先后。</translation>
    </message>
    <message>
        <source>But it is not seen what these do to objects that threads share: %1.</source>
        <translation>但看不到下列操作对线程共享的对象做了什么：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::WaitGraphPanel</name>
    <message>
        <source>⚠ The circle is closed: {circle}</source>
        <translation>⚠ 等待成环：{circle}</translation>
    </message>
    <message>
        <source>At this moment nobody waits for anybody, and nothing is held.</source>
        <translation>此刻没有人在等谁，也没有东西被持有。</translation>
    </message>
    <message>
        <source>- - → waits for      —→ is held by</source>
        <translation>- - → 等待      —→ 被持有</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>谁在等谁</translation>
    </message>
    <message>
        <source>Why each thread does or does not run</source>
        <translation>每个线程为什么运行或不运行</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::WebPage</name>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>step {step} of {steps}, at {time}</source>
        <translation>第 {step} 步，共 {steps} 步，时刻 {time}</translation>
    </message>
    <message>
        <source>global</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>The states of {threads} threads in {steps} steps. The tables above tell the same for one step, and all steps are told in words below.</source>
        <translation>{threads} 个线程在 {steps} 步中的状态。上面的表格说明其中一步，下面用文字说明所有步骤。</translation>
    </message>
    <message>
        <source>A lock is drawn in the colour and with the sign of its owner.</source>
        <translation>锁以其持有者的颜色和标记绘制。</translation>
    </message>
    <message>
        <source>Every step is equally wide.</source>
        <translation>每一步等宽。</translation>
    </message>
    <message>
        <source>To step through this run, let this page run its script. It asks for nothing from outside. All steps are told in words below.</source>
        <translation>要逐步浏览这次运行，请允许本页运行其脚本；它不会向外部请求任何内容。下面用文字说明所有步骤。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>第一步</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最后一步</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色或深色</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>Locks and signals</source>
        <translation>锁与信号</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Printed so far</source>
        <translation>目前的输出</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Keys: Left and Right step back and forward, Page Up and Page Down by ten, Home and End go to the first and last step, P plays, T changes between light and dark.</source>
        <translation>按键：左右方向键后退和前进一步，Page Up 和 Page Down 每次十步，Home 和 End 到第一步和最后一步，P 播放，T 切换浅色和深色。</translation>
    </message>
    <message>
        <source>All steps in words</source>
        <translation>所有步骤的文字说明</translation>
    </message>
    <message>
        <source>Made by Turnwise. Times are virtual.</source>
        <translation>由 Turnwise 生成。时间均为虚拟时间。</translation>
    </message>
    <message>
        <source>{outcome}. {setting}</source>
        <translation>{outcome}。{setting}</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Words</name>
    <message>
        <source>thread created</source>
        <translation>创建线程</translation>
    </message>
    <message>
        <source>thread renamed</source>
        <translation>线程改名</translation>
    </message>
    <message>
        <source>daemon changed</source>
        <translation>改守护标志</translation>
    </message>
    <message>
        <source>thread started</source>
        <translation>启动线程</translation>
    </message>
    <message>
        <source>thread began</source>
        <translation>线程开始</translation>
    </message>
    <message>
        <source>uncaught exception</source>
        <translation>未捕获的异常</translation>
    </message>
    <message>
        <source>thread ended</source>
        <translation>线程结束</translation>
    </message>
    <message>
        <source>daemon stopped</source>
        <translation>守护线程被停止</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>sleeps</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>wakes</source>
        <translation>唤醒</translation>
    </message>
    <message>
        <source>object created</source>
        <translation>创建对象</translation>
    </message>
    <message>
        <source>object named</source>
        <translation>对象得名</translation>
    </message>
    <message>
        <source>acquire</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>acquire failed</source>
        <translation>获取失败</translation>
    </message>
    <message>
        <source>release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>wait ended</source>
        <translation>等待结束</translation>
    </message>
    <message>
        <source>notify</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>event set</source>
        <translation>设置事件</translation>
    </message>
    <message>
        <source>event cleared</source>
        <translation>清除事件</translation>
    </message>
    <message>
        <source>event tested</source>
        <translation>查询事件</translation>
    </message>
    <message>
        <source>barrier arrived</source>
        <translation>到达屏障</translation>
    </message>
    <message>
        <source>barrier tripped</source>
        <translation>屏障放行</translation>
    </message>
    <message>
        <source>barrier broken</source>
        <translation>屏障损坏</translation>
    </message>
    <message>
        <source>barrier reset</source>
        <translation>重置屏障</translation>
    </message>
    <message>
        <source>timer cancelled</source>
        <translation>取消定时器</translation>
    </message>
    <message>
        <source>timer fired</source>
        <translation>定时器触发</translation>
    </message>
    <message>
        <source>local set</source>
        <translation>设置局部数据</translation>
    </message>
    <message>
        <source>local deleted</source>
        <translation>删除局部数据</translation>
    </message>
    <message>
        <source>queue put</source>
        <translation>入队</translation>
    </message>
    <message>
        <source>queue got</source>
        <translation>出队</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>return</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>variable deleted</source>
        <translation>删除变量</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>hook set</source>
        <translation>设置钩子</translation>
    </message>
    <message>
        <source>misuse</source>
        <translation>误用</translation>
    </message>
    <message>
        <source>program ended</source>
        <translation>程序结束</translation>
    </message>
    <message>
        <source>run ended</source>
        <translation>运行结束</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>阻塞</translation>
    </message>
    <message>
        <source>sleeping</source>
        <translation>休眠</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Deadlock</source>
        <translation>死锁</translation>
    </message>
    <message>
        <source>Exception</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Limit reached</source>
        <translation>达到限制</translation>
    </message>
    <message>
        <source>Engine failed</source>
        <translation>引擎出错</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>held</source>
        <translation>被持有</translation>
    </message>
    <message>
        <source>free</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>held, depth {depth}</source>
        <translation>被持有，深度 {depth}</translation>
    </message>
    <message>
        <source>counter {counter} of {initial}</source>
        <translation>计数 {counter} / {initial}</translation>
    </message>
    <message>
        <source>flag is true</source>
        <translation>标志为真</translation>
    </message>
    <message>
        <source>flag is false</source>
        <translation>标志为假</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{arrived} of {parties} arrived</source>
        <translation>已到 {arrived} / {parties}</translation>
    </message>
    <message>
        <source>items: {items}</source>
        <translation>{items} 项</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>computes</source>
        <translation>运算</translation>
    </message>
    <message>
        <source>Lost update</source>
        <translation>丢失的更新</translation>
    </message>
    <message>
        <source>Check-then-act</source>
        <translation>先检查后行动</translation>
    </message>
    <message>
        <source>Deadly embrace</source>
        <translation>死锁环</translation>
    </message>
    <message>
        <source>Self-deadlock</source>
        <translation>自我死锁</translation>
    </message>
    <message>
        <source>Forgotten release</source>
        <translation>忘记释放</translation>
    </message>
    <message>
        <source>Lost wake-up</source>
        <translation>丢失的唤醒</translation>
    </message>
    <message>
        <source>Missing signal</source>
        <translation>缺失的信号</translation>
    </message>
    <message>
        <source>Release without owning</source>
        <translation>未持有却释放</translation>
    </message>
    <message>
        <source>Busy waiting</source>
        <translation>忙等</translation>
    </message>
</context>
<context>
    <name>turnwise::ui::Workspace</name>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>控制台</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Who waits</source>
        <translation>谁在等谁</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
</context>
</TS>
