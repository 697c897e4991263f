# SystemExit without a code is success.
def main():
    print('leaving early')
    raise SystemExit


main()
print('never')
