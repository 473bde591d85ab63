# An event loop waits in the operating system, which has no part in a search.
import asyncio


async def main():
    await asyncio.sleep(0.1)


asyncio.run(main())
