"""More scenes for the rig: what becomes of calls where something goes wrong. Imported by rigcalls.py."""
import os, signal, subprocess, time
import rigcalls as r
N, STD, COLL = r.N, r.STD, r.COLL

def pause(run, member, queue, on):
    run.ami.ask('QueuePause', 'Response: ', Queue=queue, Interface='PJSIP/'+member, Paused='true' if on else 'false')

def sc_p_rejected_empty():
    run = r.Run('p_rejected_empty', 'The only agent of colleges is paused: the queue lets nobody in; a message, then hung up on.')
    r.idle('103'); pause(run, '103', 'colleges', True)
    r.fin(r.caller(N+'41', COLL, 40000)); pause(run, '103', 'colleges', False)
    run.done(lambda s, l: [r.contact(N+'41', COLL, ['colleges(empty)'], [], 'rejected-empty', l, s, hung='pbx', callback=True)])

def sc_q_lost_on_transfer():
    run = r.Run('q_lost_on_transfer', '101 passes the call blindly to 102, whose phone rings until the exchange gives up after 8 s.')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='102'); r.idle('102', '103')
    r.fin(r.caller(N+'42', STD, 30000))
    run.done(lambda s, l: [r.contact(N+'42', STD, ['standard'], ['101', '102'], 'lost-on-transfer', l, s, answered_by='101', answer_leg='agent101',
        hung='pbx', callback=True, transfers=[{'type': 'blind', 'by': '101', 'to': '102', 'answered_by': None}])])

def sc_q2_lost_waiting_after_transfer():
    run = r.Run('q2_lost_waiting_after_transfer', '101 passes the call blindly to the queue colleges; the citizen gives up waiting there.')
    r.agent('101', 'uas_agent_refer.xml', RING=500, T1=1500, TARGET='2200'); r.idle('103')
    r.fin(r.caller(N+'43', STD, 7000))
    run.done(lambda s, l: [r.contact(N+'43', STD, ['standard', 'colleges'], ['101', '103'], 'lost-on-transfer', l, s, answered_by='101', answer_leg=('agent101', 1 if not r.first(s, 'agent101').get('answer') else 0),
        hung='caller', callback=True, transfers=[{'type': 'blind', 'by': '101', 'to': 'queue colleges', 'answered_by': None}])])

def sc_r_attended_through_queue():
    import sipua
    run = r.Run('r_attended_through_queue', '101 announces the citizen to the queue mdph, where 102 answers, and passes the call on.')
    u = sipua.Ua('127.0.0.11', '101'); r.agent('102', RING=700); r.idle('103')
    p = r.caller(N+'44', STD, 12000); u.attended(ring=.6, talk=2.0, target='2100', consult=3.0); r.fin(p); u.close()
    run.done(lambda s, l: [r.contact(N+'44', STD, ['standard'], ['101', '102', '103'], 'answered', l, s, answered_by='101', hung='caller', linkedid=r.link_of(l, 0),
        transfers=[{'type': 'attended', 'by': '101', 'to': 'queue mdph', 'answered_by': '102'}])
        | {'wait_s': r.r1(u.times['answer']-r.first(s, 'caller').get('answer', 0)), 'talk_s': r.r1(r.first(s, 'caller').get('end', 0)-u.times['answer'])}])

def sc_s_phone_off():
    run = r.Run('s_phone_off', "101's phone is off: it is called and never rings; 102 answers.")
    r.agent('102', RING=600); r.idle('103')
    r.fin(r.caller(N+'45', STD, 12000))
    run.done(lambda s, l: [r.contact(N+'45', STD, ['standard'], ['102'], 'answered', l, s, answered_by='102', answer_leg='agent102', hung='caller')])

def sc_t_gave_up_before_the_queue():
    run = r.Run('t_gave_up_before_the_queue', 'The citizen hangs up during the welcome, before any queue.')
    r.idle('101'); r.fin(r.caller(N+'46', STD, 300))
    run.done(lambda s, l: [r.contact(N+'46', STD, [], [], 'abandoned', l, s, hung='caller', callback=True)])

def sc_u_placed_busy():
    run = r.Run('u_placed_busy', 'The hub has 101 call a citizen whose line is busy.')
    T = r.sipp('citizen', 'uas_agent_busy.xml', '127.0.0.2', 5061, RING=300); r.agent('101', RING=400, TALK=20000); time.sleep(.2)
    run.ami.do('Originate', Channel='PJSIP/101', Exten=N+'47', Context='from-internal', Priority=1, CallerID=f'"Appel" <{N}47>', Timeout=5000, Async='true', ChannelId='cti-u-1', OtherChannelId='cti-u-1-2')
    run.ami.wait('Event: OriginateResponse'); time.sleep(3)
    run.done([{'direction': 'outgoing', 'agent': '101', 'called': N+'47', 'outcome': 'busy', 'talk_s': 0, 'linkedid': 'cti-u-1'}])

def sc_v_withheld():
    run = r.Run('v_withheld', 'The number is withheld; the operator still sends it in P-Asserted-Identity.')
    r.agent('101', RING=300)
    r.fin(r.caller('anonymous', STD, 3000, FROM='"Anonymous" <sip:anonymous@anonymous.invalid>', XHDR=f'P-Asserted-Identity: <sip:{N}48@127.0.0.2>\r\nPrivacy: id\r\n'))
    run.done(lambda s, l: [r.contact(None, STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller', withheld=True)])

def sc_w_long_talk():
    run = r.Run('w_long_talk', '101 and the citizen talk for half a minute; long enough to cut the link in the middle.')
    r.agent('101', RING=500); r.idle('102', '103'); r.fin(r.caller(N+'53', STD, 32000))
    run.done(lambda s, l: [r.contact(N+'53', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller')])

def sc_x_recorded():
    run = r.Run('x_recorded', 'The queue enregistree is recorded: 101 and the citizen talk for about 5 s.')
    r.agent('101', RING=500); r.fin(r.caller(N+'54', '0147293300', 7000))
    run.done(lambda s, l: [r.contact(N+'54', '0147293300', ['enregistree'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller')])

def sc_m_link_cut():
    run = r.Run('m_link_cut', 'The link is cut while 101 talks with the citizen, and made anew 2 s later; the call goes on meanwhile.')
    r.agent('101', RING=500); r.idle('102', '103'); p = r.caller(N+'49', STD, 9000); time.sleep(3.5); run.ami.cut(); run.ami.raw.close()
    os.rename(run.ami.path, run.ami.path+'.1'); time.sleep(2); run.ami = r.Ami(run.name, timing=False); snapshot(run.ami); r.fin(p)
    run.done(lambda s, l: [r.contact(N+'49', STD, ['standard'], ['101'], 'answered', l, s, answered_by='101', answer_leg='agent101', hung='caller')]); join(run)

def sc_m2_ended_in_the_gap():
    run = r.Run('m2_ended_in_the_gap', 'The link is cut while 101 talks with the citizen; the call ends before it is made anew.')
    r.agent('101', RING=500); r.idle('102', '103'); p = r.caller(N+'50', STD, 5000); time.sleep(3.5); run.ami.cut(); run.ami.raw.close()
    os.rename(run.ami.path, run.ami.path+'.1'); r.fin(p); time.sleep(1); run.ami = r.Ami(run.name, timing=False); snapshot(run.ami)
    run.done(lambda s, l: [{'caller': N+'50', 'did': STD, 'queue_path': ['standard'], 'agents_rung': ['101'], 'answered_by': '101', 'outcome': 'answered', 'ended_by': 'unseen', 'linkedid': list(l)[0]}]); join(run)

def sc_m3_pbx_killed():
    run = r.Run('m3_pbx_killed', 'The exchange is killed while 101 talks with the citizen, and started again.')
    r.agent('101', RING=500); r.idle('102', '103'); r.caller(N+'51', STD, 20000); time.sleep(3.5)
    snapshot_lines = len(run.ami.buf); link = [b.split(b'\r\n')[0].decode().strip() for b in run.ami.buf[:snapshot_lines].split(b'Linkedid: ')[1:]][0]
    os.kill(int(open(r.WORK+'/asterisk.pid').read()), signal.SIGKILL); run.ami.cut(); run.ami.raw.close(); os.rename(run.ami.path, run.ami.path+'.1')
    os.unlink(r.WORK+'/asterisk.pid'); subprocess.run(['bash', r.HERE+'/asterisk-rig.sh', 'start'], check=True, stdout=subprocess.DEVNULL, env=dict(os.environ, CTI_RIG_WORK=r.WORK))
    run.off = {k: 0 for k in r.FILES}; run.ami = r.Ami(run.name, timing=False); snapshot(run.ami)
    run.done([{'caller': N+'51', 'did': STD, 'queue_path': ['standard'], 'agents_rung': ['101'], 'answered_by': '101', 'outcome': 'lost-pbx-failure', 'callback': True, 'linkedid': link}]); join(run)

def snapshot(ami):
    for action, until in r.RESYNC: ami.ask(action, until)

def join(run):
    """The parts of a recording, one after the other."""
    first = run.ami.path+'.1'
    whole = open(first, 'rb').read() + open(run.ami.path, 'rb').read()
    open(run.ami.path, 'wb').write(whole); os.unlink(first)

for name, scene in list(globals().items()):
    if name.startswith('sc_'): r.S[name[3:]] = scene
